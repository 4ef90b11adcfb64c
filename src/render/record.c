#include "render/record.h"

#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "render/described.h"
#include "render/message.h"

struct kpss_str record_kind_word(const struct plan *plan, const struct entity *entity)
{
	const struct schema_table *schema = plan_schema(plan);
	if (entity->kind == KIND_node && entity->level)
		return schema_word(schema, schema->levels[entity->level - 1].singular);
	if (entity->kind == KIND_node && value_text(field(entity->mapping, WORD_level)).len)
		return value_text(field(entity->mapping, WORD_level));
	return schema_word(schema, schema->kinds[entity->kind].singular);
}

static void add_spaced(struct buf *buf, struct kpss_str word)
{
	for (size_t i = 0; i < word.len; i++)
		buf_add_char(buf, word.ptr[i] == '_' ? ' ' : word.ptr[i]);
}

void record_add_kind(struct buf *buf, const struct language *language, const struct plan *plan,
	const struct entity *entity)
{
	const struct schema_table *schema = plan_schema(plan);
	bool czech = strcmp(language_code(language), "cs") == 0;
	if (entity->kind == KIND_node && entity->level && czech)
		add_spaced(
			buf, schema_word(schema, schema->levels[entity->level - 1].czech_singular));
	else if (entity->kind != KIND_node && czech)
		add_spaced(buf, schema_word(schema, schema->kinds[entity->kind].czech_singular));
	else
		add_spaced(buf, record_kind_word(plan, entity));
}

void record_add_label(struct buf *buf, const struct language *language, const struct plan *plan, const struct entity *entity)
{
	enum { NAME_MOST = 60 };
	struct kpss_str code = value_text(field(entity->mapping, WORD_code));
	struct kpss_str name = value_text(field(entity->mapping, WORD_name));
	struct kpss_str cut = message_beginning(name, NAME_MOST);
	record_add_kind(buf, language, plan, entity);
	buf_add_char(buf, ' ');
	text_add_safe(buf, code);
	buf_add_text(buf, code.len && name.len ? " " : "");
	text_add_safe(buf, cut);
	buf_add_text(buf, cut.len < name.len ? "…" : "");
	if (code.len == 0 && name.len == 0)
		text_add_safe(buf, entity->id);
}

json_t *record_text_json(struct kpss_str text)
{
	return text.len ? described_text(text) : json_null();
}

json_t *record_json(const struct plan *plan, const struct entity *entity)
{
	if (!entity)
		return json_null();
	json_t *object = json_object();
	json_object_set_new(object, "kind", described_text(record_kind_word(plan, entity)));
	json_object_set_new(object, "id", record_text_json(entity->id));
	json_object_set_new(
		object, "code", record_text_json(value_text(field(entity->mapping, WORD_code))));
	json_object_set_new(
		object, "name", record_text_json(value_text(field(entity->mapping, WORD_name))));
	return object;
}
