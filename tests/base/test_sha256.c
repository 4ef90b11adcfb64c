#include "base/sha256.h"

#include <stdlib.h>

#include "test.h"

static void assert_digest(const char *bytes, const char *digest)
{
	char text[SHA256_TEXT_SIZE];
	sha256_text(kpss_str(bytes), text);
	assert_string_equal(text, digest);
}

/* The examples of FIPS 180-4 as NIST publishes them. */
static void agrees_with_the_examples_of_the_standard(void **state)
{
	(void)state;
	assert_digest("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_digest("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	assert_digest("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
		      "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
		"cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
}

static void agrees_over_a_million_letters(void **state)
{
	(void)state;
	enum { MILLION = 1000000 };
	char *letters = malloc(MILLION + 1);
	memset(letters, 'a', MILLION);
	letters[MILLION] = '\0';

	assert_digest(letters, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	free(letters);
}

/* Around the lengths at which the padding needs one more block. */
static void pads_every_length(void **state)
{
	(void)state;
	static const struct {
		size_t length;
		const char *digest;
	} cases[] = {
		{55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
		{56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
		{63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
		{64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
		{65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
	};
	char letters[80], text[SHA256_TEXT_SIZE];
	memset(letters, 'a', sizeof letters);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		sha256_text((struct kpss_str){.ptr = letters, .len = cases[i].length}, text);
		assert_string_equal(text, cases[i].digest);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_the_examples_of_the_standard),
		cmocka_unit_test(agrees_over_a_million_letters),
		cmocka_unit_test(pads_every_length),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
