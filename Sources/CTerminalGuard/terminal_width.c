#define _GNU_SOURCE
#include "terminal_width.h"

#include <locale.h>
#include <pthread.h>
#include <wchar.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t unicode; /* written once, then only read; never freed */

static void make_locale(void) { unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int terminal_scalar_width(uint32_t scalar) {
    pthread_once(&once, make_locale);
    if (unicode == (locale_t)0) return wcwidth((wchar_t)scalar);
    locale_t before = uselocale(unicode);
    int width = wcwidth((wchar_t)scalar);
    uselocale(before);
    return width;
}
