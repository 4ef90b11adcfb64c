-- Who sat in which group on 1 July 2012, and for which side? | Kdo byl 1. července 2012 ve které skupině a za koho?
SELECT g.name AS group_name, coalesce(p.name, p.label) AS name, m.side
FROM group_members m
JOIN people p ON p.id = m.person
JOIN groups g ON g.id = m.group_id
WHERE coalesce(m.valid_from, '2012-07-01') <= '2012-07-01'
	AND coalesce(m.valid_to, '2012-07-01') >= '2012-07-01'
ORDER BY g.name COLLATE cs, coalesce(p.name, p.label) COLLATE cs
