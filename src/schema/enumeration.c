/* Values from a fixed list, in either vocabulary. */
#include "base/buf.h"
#include "base/text.h"
#include "document/words.h"
#include "schema/checker.h"
#include "schema/fault.h"
#include "schema/near.h"

enum { SHOWN_VALUES_MOST = 14 };

static struct kpss_str value_name(const struct schema_checker *checker, const struct schema_shape *shape, uint32_t index)
{
	const struct schema_table *table = checker->table;
	return schema_word(table, table->lists[shape->values.first + index + checker->czech]);
}

static struct kpss_str value_names(struct schema_checker *checker, const struct schema_shape *shape)
{
	struct buf names = {0};
	if (checker->findings->beyond)
		return kpss_str("");
	for (uint32_t i = 0; i < shape->values.count / 2 && i < SHOWN_VALUES_MOST; i++) {
		buf_add_text(&names, i ? ", " : "");
		buf_add(&names, value_name(checker, shape, 2 * i));
	}
	struct kpss_str text = findings_text(checker->findings, buf_str(&names));
	buf_clear(&names);
	return text;
}

static void value_report(struct schema_checker *checker, const struct schema_shape *shape, const struct node *scalar)
{
	struct text_suggestions near;
	suggestions_init(&near, checker->findings->arena, node_text(scalar));
	for (uint32_t i = 0; i < shape->values.count; i += 2)
		suggestions_offer(&near, value_name(checker, shape, i));
	fault_add(checker, near.count ? &fault_unknown_value_near : &fault_unknown_value, scalar,
		(struct finding_argument[FINDING_ARGUMENTS]){
			argument_text(node_text(scalar)),
			near.count ? near_argument(checker->findings, &near) : argument_text(value_names(checker, shape)),
		});
}

void enumeration_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *scalar)
{
	uint32_t word = words_find(checker->words, node_text(scalar));
	const uint16_t *values = checker->table->lists + shape->values.first;
	for (uint32_t i = 0; i < shape->values.count; i++) {
		if (values[i] != word)
			continue;
		scalar->word = values[i & ~1u];
		return;
	}
	if (checker->quiet)
		checker->faults++;
	else
		value_report(checker, shape, scalar);
}
