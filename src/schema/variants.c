/* Schemas of which one or several must fit. */
#include "base/buf.h"
#include "schema/check_more.h"
#include "schema/checker.h"
#include "schema/fault.h"

/* Names of the fields that the variants require, when that is all that they ask. */
static struct kpss_str variant_names(struct schema_checker *checker, struct schema_list variants)
{
	struct buf names = {0};
	for (uint32_t i = 0; i < variants.count; i++) {
		const struct schema_shape *shape = &checker->table->shapes[checker->table->shape_lists[variants.first + i]];
		const struct schema_object *object = &checker->table->objects[shape->object];
		for (uint32_t p = 0; p < object->count; p++) {
			const struct schema_property *property = &checker->table->properties[object->first + p];
			if (!(property->flags & PROPERTY_REQUIRED))
				continue;
			buf_add_text(&names, names.len ? ", " : "");
			buf_add(&names, property_name(checker, property));
		}
	}
	struct kpss_str text = findings_text(checker->findings, buf_str(&names));
	buf_clear(&names);
	return text;
}

void variants_check(struct schema_checker *checker, struct schema_list variants, struct node *node, uint32_t most)
{
	uint32_t fitting = 0;
	/* All are asked where it matters what each has looked at. */
	for (uint32_t i = 0; i < variants.count && (fitting <= most || checker->marks); i++)
		fitting += shape_fits(checker, checker->table->shape_lists[variants.first + i], node);
	if (fitting >= 1 && fitting <= most)
		return;
	struct kpss_str names = checker->quiet || checker->findings->beyond
					? kpss_str("")
					: variant_names(checker, variants);
	struct node place = node->kind == NODE_MAPPING ? record_place(node) : *node;
	const struct finding_kind *kind = fitting ? &fault_alternatives_together : &fault_missing_alternative;
	fault_add(checker, names.len ? kind : &fault_unfit_value, &place,
		(struct finding_argument[FINDING_ARGUMENTS]){argument_text(names)});
}
