package io.inlet.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The phrases of {@code cues.txt}, all found in one pass over a text. Immutable when read. */
final class CueWords {
    private final PhraseAutomaton automaton = new PhraseAutomaton();
    private final List<Phrase> phrases = new ArrayList<>();

    private CueWords() {}

    static CueWords read() {
        CueWords words = new CueWords();
        try (InputStream in = CueWords.class.getResourceAsStream("cues.txt");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(words::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.automaton.link();
        return words;
    }

    /** The phrases in a text from left to right; none lies within another. */
    List<Hit> find(CharSequence folded) {
        List<Hit> hits = new ArrayList<>();
        int state = 0;
        for (int i = 0; i < folded.length(); i++) {
            state = automaton.next(state, folded.charAt(i));
            int end = i + 1;
            for (int s = automaton.phraseState(state); s != 0; s = automaton.shorter(s)) {
                Phrase phrase = phrases.get(automaton.phrase(s));
                if (phrase.isWhole(folded, end - phrase.length, end)) {
                    add(hits, new Hit(end - phrase.length, end, phrase.cue));
                    break;
                }
            }
        }
        return hits;
    }

    private static void add(List<Hit> hits, Hit hit) {
        while (!hits.isEmpty() && hits.getLast().from() >= hit.from()) {
            hits.removeLast();
        }
        hits.add(hit);
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        Cue cue = Cue.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
        for (String text : line.substring(colon + 1).split(",", -1)) {
            String phrase = Folded.of(text.strip()).toString();
            boolean openStart = phrase.startsWith("*");
            boolean openEnd = phrase.endsWith("*");
            String bare = phrase.substring(openStart ? 1 : 0, phrase.length() - (openEnd ? 1 : 0));
            automaton.add(bare, phrases.size());
            phrases.add(new Phrase(bare.length(), cue, openStart, openEnd));
        }
    }

    private record Phrase(int length, Cue cue, boolean openStart, boolean openEnd) {
        boolean isWhole(CharSequence text, int from, int to) {
            return (openStart || from == 0 || !isJoined(text, from))
                    && (openEnd || to == text.length() || !isJoined(text, to));
        }

        private static boolean isJoined(CharSequence text, int at) {
            return Folded.isWordLetter(text.charAt(at - 1)) && Folded.isWordLetter(text.charAt(at));
        }
    }
}
