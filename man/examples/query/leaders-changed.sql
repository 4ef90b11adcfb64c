-- When did groups change their leader? | Kdy se ve skupinách změnil vedoucí?
WITH turns AS (
	SELECT body, person, valid_from, lag(person) OVER (PARTITION BY body ORDER BY valid_from) AS person_before
	FROM leaderships)
SELECT g.name AS group_name, t.valid_from AS since, p.name AS leader, b.name AS leader_before
FROM turns t
JOIN groups g ON g.id = t.body
JOIN people p ON p.id = t.person
JOIN people b ON b.id = t.person_before
WHERE t.person <> t.person_before
ORDER BY g.name COLLATE cs, t.valid_from
