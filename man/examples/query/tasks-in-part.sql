-- Which tasks of 2013 were done in part only, and where is it written? | Které úkoly z roku 2013 byly splněny jen částečně a kde je to zapsáno?
SELECT t.due, coalesce(p.name, p.label) AS owner, t.text, s.file, s.line
FROM tasks t
JOIN sources s ON s.source_id = t.source_id
LEFT JOIN people p ON p.id = t.owner
WHERE t.due BETWEEN '2013-01-01' AND '2013-12-31' AND fold(t.status_text) LIKE '%castecne%'
ORDER BY t.due, s.file, s.line
