-- Which comments were settled more than 14 days after the round closed? | Které připomínky byly vypořádány déle než 14 dní po uzavření řízení?
SELECT c.id, k.valid_to AS closed, c.settlement_date,
	julianday(c.settlement_date) - julianday(k.valid_to) AS days
FROM comments c
JOIN submissions s ON s.id = c.submission
JOIN consultations k ON k.id = s.consultation
WHERE julianday(coalesce(c.settlement_date, (SELECT as_of FROM about))) - julianday(k.valid_to) > 14
ORDER BY days DESC, c.id
