/* Czech words and sentences of community planning; all names of people, towns and organizations are invented. */
#ifndef BENCH_WORDS_H
#define BENCH_WORDS_H

#include <stddef.h>

#include "random.h"

enum { text_capacity = 4096 };

struct text {
	size_t length;
	char bytes[text_capacity];
};

/* A word as it is read and as it stands in an id. */
struct name {
	const char *shown;
	const char *slug;
};

struct town_name {
	char shown[64];
	char slug[64];
};

struct service {
	const char *slug;
	const char *nominative;
	const char *genitive;
	const char *accusative;
};

struct name words_surname(struct random *random, bool female);
struct name words_first_name(struct random *random, bool female);
struct name words_user(int index);
struct name words_organization(struct random *random);
void words_town(int index, struct town_name *name);
struct name words_area(int index);
const struct service *words_service(struct random *random);

enum sentence_kind {
	SENTENCE_MEASURE,    /* name of a measure, no full stop */
	SENTENCE_GOAL,       /* name of a goal, no full stop */
	SENTENCE_TASK,       /* what is to be done */
	SENTENCE_NEED,       /* what people lack */
	SENTENCE_EVALUATION, /* how it went */
	SENTENCE_MINUTES,    /* what was said */
	SENTENCE_DECISION,
	SENTENCE_PROGRAM, /* no full stop */
	SENTENCE_REMARK,  /* no full stop */
	SENTENCE_INDICATOR,
};

/* One sentence in place of what `text` held. */
const char *words_sentence(struct text *text, struct random *random, enum sentence_kind kind);
/* That many sentences, one space between them. */
void words_paragraph(struct text *text, struct random *random, enum sentence_kind kind, int count);

#endif
