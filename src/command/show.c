/* kpss show ID… */
#include "command/command.h"

#include <string.h>

#include "answer/trace.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/asked.h"
#include "command/reading.h"
#include "command/session.h"
#include "render/show.h"

static const struct {
	const char *name;
	void (*add)(struct buf *buf, const struct show_options *options,
		const struct entity *const *records, size_t count);
} formats[] = {
	{"text", show_text},
	{"json", show_json},
};

enum { FORMATS = sizeof formats / sizeof *formats };

static const char *format_word(size_t index)
{
	return index < FORMATS ? formats[index].name : NULL;
}

static size_t format_given(const struct arguments *arguments)
{
	const char *name = arguments_value(arguments, "format");
	size_t format = 0;
	for (size_t i = 0; name && i < FORMATS; i++)
		if (strcmp(formats[i].name, name) == 0)
			format = i;
	return format;
}

static enum exit_status answer(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	enum trace_choice choice;
	const struct entity *of = trace_plan(reading->plan, reading->as_of, &choice);
	const struct entity **records = arena_array(
		session->arena, arguments->operand_count + 1, sizeof(const struct entity *));
	if (arguments->operand_count == 0) {
		session_complain(session, N_("the id of a record is missing"),
			N_("name it, or the code that the plan prints: kpss show 2.1"),
			kpss_str(NULL), kpss_str(NULL));
		return STATUS_USAGE;
	}
	for (size_t i = 0; i < arguments->operand_count; i++) {
		records[i] = asked_record(session, reading->plan, of, arguments->operands[i]);
		if (!records[i])
			return STATUS_USAGE;
	}
	const struct show_options options = {.plan = reading->plan,
		.language = session->language,
		.as_of = reading->as_of,
		.recorded = reading->recorded,
		.colour = session_colours_output(session),
		.arena = session->arena};
	struct buf buf = {0};
	formats[format_given(arguments)].add(&buf, &options, records, arguments->operand_count);
	session_write(session, &buf);
	buf_clear(&buf);
	return STATUS_FINE;
}

static const struct command_option options[] = {
	{.letter = 'f',
		.name = "format",
		.word = format_word,
		.summary = N_("how the records are printed (text)")},
	LOOKING_OPTIONS,
	{0},
};

static const char *const aliases[] = {"ukaž", "ukaz", NULL};

static const struct command_example examples[] = {
	{N_("kpss show 2.1"), N_("all about the measure with the code 2.1")},
	{N_("kpss show novak-j --format json"), N_("all about a person, for a program")},
	{0},
};

const struct command command_show = {
	.name = "show",
	.aliases = aliases,
	.group = GROUP_ASK,
	.summary = N_("show all that is written about a record, and who refers to it"),
	.description = N_(
		"ID is the id of a record, or the code that the plan prints. Shown are its\n"
		"fields, the records under it and those that refer to it, each with its place."),
	.examples = examples,
	.operands = N_("ID…"),
	.operands_most = OPERANDS_ANY,
	.options = options,
	.answer = answer,
};
