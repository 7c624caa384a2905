#!/usr/bin/env bash
# TelegramBots refuses an empty language code for getMyCommands, which Telegram takes for "whoever has no list of their own".
#
# Versions: org.telegram:telegrambots-meta:10.2.0.
# Guess: language_code "" goes out as it is: the Bot API names "a two-letter ISO 639-1 language code or an empty string" for
#   getMyCommands, so that a loop over "", "de", "es" reads all lists.
# Behaviour: validate() throws "LanguageCode parameter can't be empty string" for GetMyCommands; only leaving it out (null) asks for
#   the same list. What the client does with it is a failed call before anything is sent.
# Why it matters: a bot that registers its commands per language stops at the first list, on a thread of its own perhaps, where
#   nobody sees the exception; people then find no commands at all.
# Instead: send null for the list of all others.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need java mvn
cat > pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>commands</artifactId><version>1</version><dependencies>
<dependency><groupId>org.telegram</groupId><artifactId>telegrambots-meta</artifactId><version>10.2.0</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib" -DincludeScope=runtime >mvn.log 2>&1 || cannot "Maven does not bring TelegramBots"
cat > Ask.java <<'JAVA'
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
class Ask {
  public static void main(String[] a) { for (String code : new String[] {"de", "", null}) try { GetMyCommands.builder().languageCode(code).build().validate(); System.out.println("taken " + code); }
    catch (Exception e) { System.out.println("refused '" + code + "' " + e.getMessage()); } } }
JAVA
java -cp "lib/*" Ask.java > out.txt 2>java.log || cannot "TelegramBots does not run: $(tail -1 java.log)"
echo "telegrambots-meta 10.2.0; guess: all three are taken"; cat out.txt
grep -q "^taken de" out.txt && grep -q "^taken null" out.txt && grep -q "^refused ''" out.txt || exit 1
echo "holds: the empty string is refused"
