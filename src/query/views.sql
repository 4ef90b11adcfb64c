-- Views: the questions asked most often, over the tables that the schemas give. The program reads this file: a view begins with
-- “-- name: title | český název”, and ends before the next one. Only what SQLite and PostgreSQL both understand. `@repo(t)`
-- becomes `t.repo, ` and `@same(t, u)` becomes `t.repo = u.repo` where several repositories are asked together.

-- memberships: Memberships of groups and bodies | Členství ve skupinách a orgánech
SELECT @repo(m) m.group_id AS body, 'group' AS body_kind, m.person, m.label, m.side, m.organization, m.represents, m.has_vote,
	m.valid_from, m.valid_to,
	CASE WHEN coalesce(m.valid_from, a.as_of) <= a.as_of AND coalesce(m.valid_to, a.as_of) >= a.as_of THEN 1 ELSE 0 END AS active,
	m.source_id
FROM group_members m JOIN about a ON @same(m, a)
UNION ALL
SELECT @repo(m) m.body_id, 'body', m.person, m.label, m.side, m.organization, m.represents, m.has_vote, m.valid_from, m.valid_to,
	CASE WHEN coalesce(m.valid_from, a.as_of) <= a.as_of AND coalesce(m.valid_to, a.as_of) >= a.as_of THEN 1 ELSE 0 END,
	m.source_id
FROM body_members m JOIN about a ON @same(m, a)

-- leaderships: Leaders of groups and bodies | Vedoucí skupin a orgánů
SELECT @repo(l) l.group_id AS body, 'group' AS body_kind, l.person, l.acting, l.election_date, l.valid_from, l.valid_to,
	CASE WHEN coalesce(l.valid_from, a.as_of) <= a.as_of AND coalesce(l.valid_to, a.as_of) >= a.as_of THEN 1 ELSE 0 END AS active,
	l.source_id
FROM group_leaders l JOIN about a ON @same(l, a)
UNION ALL
SELECT @repo(l) l.body, 'body', l.person, l.acting, l.election_date, l.valid_from, l.valid_to,
	CASE WHEN coalesce(l.valid_from, a.as_of) <= a.as_of AND coalesce(l.valid_to, a.as_of) >= a.as_of THEN 1 ELSE 0 END,
	l.source_id
FROM body_leaders l JOIN about a ON @same(l, a)

-- holders: Holders of roles | Nositelé funkcí
SELECT @repo(h) h.role, h.person, h.body, h.organization, h.group_id, h.label, h.valid_from, h.valid_to,
	CASE WHEN coalesce(h.valid_from, a.as_of) <= a.as_of AND coalesce(h.valid_to, a.as_of) >= a.as_of THEN 1 ELSE 0 END AS active,
	h.source_id
FROM role_holders h JOIN about a ON @same(h, a)

-- attendance: Who was at which meeting, and how | Kdo byl na kterém jednání a jak
SELECT @repo(t) t.meeting, m.body, m.date, t.value AS person, 'present' AS presence, t.source_id
FROM meeting_attendance_members t JOIN meetings m ON m.id = t.meeting AND @same(m, t)
UNION ALL
SELECT @repo(t) t.meeting, m.body, m.date, t.person, 'substitute', t.source_id
FROM meeting_attendance_substitutes t JOIN meetings m ON m.id = t.meeting AND @same(m, t)
UNION ALL
SELECT @repo(t) t.meeting, m.body, m.date, t.value, 'excused', t.source_id
FROM meeting_attendance_excused t JOIN meetings m ON m.id = t.meeting AND @same(m, t)
UNION ALL
SELECT @repo(t) t.meeting, m.body, m.date, t.value, 'absent', t.source_id
FROM meeting_attendance_absent t JOIN meetings m ON m.id = t.meeting AND @same(m, t)
UNION ALL
SELECT @repo(t) t.meeting, m.body, m.date, t.value, 'guest', t.source_id
FROM meeting_attendance_guest_people t JOIN meetings m ON m.id = t.meeting AND @same(m, t)

-- votes: Votes of bodies: decisions of meetings, acts of approval, elections, settlements | Hlasování orgánů: rozhodnutí na jednáních, schválení, volby, vypořádání
SELECT @repo(d) d.meeting, m.body, m.date, 'decision' AS about_what, d.subject, d.resolution, d.vote_in_favour AS in_favour,
	d.vote_against AS votes_against, d.vote_abstained AS abstained, d.adopted, d.source_id
FROM meeting_decisions d JOIN meetings m ON m.id = d.meeting AND @same(m, d)
WHERE d.vote_in_favour IS NOT NULL
UNION ALL
SELECT @repo(a) a.meeting, a.body, a.date, 'approval', a.subject, a.resolution, a.vote_in_favour, a.vote_against,
	a.vote_abstained, NULL, a.source_id
FROM approvals a
WHERE a.vote_in_favour IS NOT NULL
UNION ALL
SELECT @repo(c) e.meeting, e.group_id, e.date, 'election', c.election, NULL, c.vote_in_favour, c.vote_against, c.vote_abstained,
	c.elected, c.source_id
FROM election_candidates c JOIN elections e ON e.id = c.election AND @same(e, c)
WHERE c.vote_in_favour IS NOT NULL
UNION ALL
SELECT @repo(c) c.settlement_meeting, c.settlement_settled_by, c.settlement_date, 'settlement', c.id, NULL,
	c.settlement_vote_in_favour, c.settlement_vote_against, c.settlement_vote_abstained, NULL, c.source_id
FROM comments c
WHERE c.settlement_vote_in_favour IS NOT NULL

-- measures: Items of the level that the town flags as the measure | Položky úrovně, kterou město označilo za opatření
SELECT * FROM nodes WHERE is_measure = 1

-- goals: Items of the levels of goals | Položky úrovní cílů
SELECT * FROM nodes WHERE level IN ('strategic_goal', 'goal', 'specific_goal', 'subgoal')

-- node_ancestors: What every item of the plan stands under, itself (0) included | Pod čím která položka plánu stojí, včetně sebe (0)
WITH RECURSIVE up (@names() node, ancestor, distance) AS (
	SELECT @repo(n) n.id, n.id, 0 FROM nodes n WHERE n.id IS NOT NULL
	UNION ALL
	SELECT @repo(u) u.node, n.parent, u.distance + 1
	FROM up u JOIN nodes n ON n.id = u.ancestor AND @same(n, u)
	WHERE n.parent IS NOT NULL AND u.distance < 50
)
SELECT @repo(u) u.node, u.ancestor, u.distance FROM up u

-- evaluations_of_measures: Results of evaluations with the year and the measure | Výsledky vyhodnocení s rokem a opatřením
SELECT @repo(r) e.year, e.type, coalesce(r.measure, w.measure) AS measure, r.evaluation, r.status, r.status_class, r.percent,
	r.text, r.group_id, r.source_id
FROM evaluation_results r
JOIN evaluations e ON e.id = r.evaluation AND @same(e, r)
LEFT JOIN action_plan_rows w ON w.id = r.row AND @same(w, r)
