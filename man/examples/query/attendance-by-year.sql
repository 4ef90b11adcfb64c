-- How often did the members of a group come to its meetings, by year? | Jak často chodili členové skupiny na její jednání, podle let?
SELECT coalesce(p.name, p.label) AS name, substr(a.date, 1, 4) AS year,
	count(*) FILTER (WHERE a.presence = 'present') AS came,
	count(*) AS meetings
FROM attendance a
JOIN people p ON p.id = a.person
WHERE a.body = 'ps-deti-mladez' AND a.presence IN ('present', 'excused', 'absent')
GROUP BY p.id, p.name, p.label, substr(a.date, 1, 4)
ORDER BY name COLLATE cs, p.id, year
