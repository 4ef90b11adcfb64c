-- How have the measures under each goal been evaluated, year by year? | Jak byla vyhodnocena opatření pod jednotlivými cíli, rok po roce?
SELECT e.year, g.code, g.name, count(*) AS evaluated,
	count(*) FILTER (WHERE e.status_class = 'done') AS done
FROM evaluations_of_measures e
JOIN node_ancestors a ON a.node = e.measure
JOIN goals g ON g.id = a.ancestor
WHERE e.type = 'yearly'
GROUP BY e.year, g.id, g.code, g.name
ORDER BY e.year, g.code COLLATE cs
