-- Who was the coordinator on the day of each meeting of the steering group? | Kdo byl koordinátorem v den každého jednání řídicí skupiny?
SELECT m.date, p.name
FROM meetings m
LEFT JOIN people p ON p.id = holder('koordinator', m.date)
WHERE m.body = 'ridici-skupina'
ORDER BY m.date
