-- Which measures of a plan did nobody evaluate for 2012? | Která opatření plánu nikdo nevyhodnotil za rok 2012?
SELECT m.code, m.name
FROM measures m
JOIN node_ancestors a ON a.node = m.id AND a.ancestor = 'plan-2011-2013'
WHERE NOT EXISTS (
	SELECT 1 FROM evaluations_of_measures e
	WHERE e.measure = m.id AND e.year = 2012)
ORDER BY m.code COLLATE cs
