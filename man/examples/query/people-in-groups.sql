-- Who sits in how many groups? | Kdo je v kolika skupinách?
SELECT p.name, count(DISTINCT m.body) AS number_of_groups
FROM memberships m
JOIN people p ON p.id = m.person
WHERE m.body_kind = 'group' AND m.active = 1
GROUP BY p.id, p.name
HAVING count(DISTINCT m.body) > 1
ORDER BY number_of_groups DESC, p.name COLLATE cs
