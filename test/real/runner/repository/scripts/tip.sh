#!/bin/sh
# Quotes, an emoji, what looks like a template, and what a runner would obey.
cat <<'TEXT'
"Don't" say `{{ release.title }}` — say 'why' 🎉

::warning::$HOME is not %0A expanded
TEXT
