-- What did measures cost, by year and by who pays? | Kolik stála opatření podle let a podle toho, kdo platí?
SELECT b.year, s.source, sum(s.amount) / 100.0 AS czk
FROM budgets b
JOIN budget_sources s ON s.budget = b.id
WHERE b.node IN (SELECT id FROM measures)
GROUP BY b.year, s.source
ORDER BY b.year, czk DESC
