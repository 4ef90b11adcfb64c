/* A document in the English vocabulary. */
#ifndef PLAN_TRANSLATE_H
#define PLAN_TRANSLATE_H

struct buf;
struct document;
struct schema_table;
struct translator;
struct words;

/* Which schema a file is held against. */
enum translated { TRANSLATED_ROOT, TRANSLATED_PROFILE, TRANSLATED_RECORDS };

/* `table` and `words`, with which the documents were read, are borrowed. */
struct translator *translator_new(const struct schema_table *table, struct words *words);
void translator_free(struct translator *translator);
/* Only every so many words are translated, so that both vocabularies stand mixed. */
void translator_every(struct translator *translator, unsigned every);

/* Adds the bytes of the document: every known field, kind, level and enumerated value becomes its English word where it stands, and
 * the root file says so; no other byte changes. */
void translator_add(struct buf *out, struct translator *translator, const struct document *document,
	enum translated what);

#endif
