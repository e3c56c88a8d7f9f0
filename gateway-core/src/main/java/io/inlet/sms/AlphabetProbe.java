package io.inlet.sms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shows one payload under every alphabet that it may be in, the most plausible first, for the
 * engineer who wants to know what a carrier means by a data_coding. Pure, and linear in the
 * payload's length.
 *
 * <p>The score is 0 to 100: the mean {@link Plausibility} of the characters; or, if the text holds
 * four or more of the seven characters of {@link #TEST_TEXT} in their places, 80 and a share of 20
 * for them. Alphabets of one score come in the order in which they are more common among carriers.
 */
public final class AlphabetProbe {
    /** What a carrier is asked to send: no two alphabets have all of it in the same places. */
    public static final String TEST_TEXT = "@ £ $ € é [ ~";

    private static final List<Alphabet> ORDER =
            List.of(
                    Alphabet.GSM7,
                    Alphabet.ASCII,
                    Alphabet.LATIN1,
                    Alphabet.UTF8,
                    Alphabet.UCS2,
                    Alphabet.ISO_8859_8,
                    Alphabet.ISO_8859_5,
                    Alphabet.KS_C_5601,
                    Alphabet.JIS_X_0208,
                    Alphabet.ISO_2022_JP,
                    Alphabet.JIS_X_0212,
                    Alphabet.GSM7_PACKED,
                    Alphabet.BINARY);

    /** Fewer of the test text's characters may stand in any text. */
    private static final int FEWEST_HITS = 4;

    private AlphabetProbe() {}

    /**
     * A payload under one alphabet. Its text form leaves the text out.
     *
     * @param alphabet how the octets were read
     * @param text what came out
     * @param score how plausible that is, 0 to 100
     * @param reason why, in words
     */
    public record Guess(Alphabet alphabet, String text, int score, String reason) {
        @Override
        public String toString() {
            return "guess " + alphabet + ", " + score;
        }
    }

    /**
     * The payload under every alphabet, the most plausible first. Never throws.
     *
     * @param header the user data header with its length octet, or empty
     * @param octets the octets after the header
     */
    public static List<Guess> probe(Octets header, Octets octets) {
        List<Guess> guesses = new ArrayList<>();
        for (Alphabet alphabet : ORDER) {
            guesses.add(guess(new UserData(alphabet, header, octets)));
        }
        guesses.sort(Comparator.comparingInt(Guess::score).reversed());
        return guesses;
    }

    private static Guess guess(UserData data) {
        String text = TextDecoder.decode(List.of(data));
        if (data.alphabet() == Alphabet.BINARY) {
            return new Guess(data.alphabet(), text, 0, "octets in hexadecimal, always possible");
        }
        int hits = hits(text);
        var signs = new Plausibility(text, data.alphabet());
        var form = Form.of(data);
        int mean = signs.mean(form.strange());
        int score = hits >= FEWEST_HITS ? 80 + 20 * hits / letters() : mean;
        String test = hits >= FEWEST_HITS ? hits + " of 7 characters of the test text; " : "";
        return new Guess(
                data.alphabet(),
                text,
                Math.clamp(score - form.malus(), 0, 100),
                test + signs.inWords() + form.inWords());
    }

    private static int letters() {
        return (TEST_TEXT.length() + 1) / 2;
    }

    /** How many characters of the test text stand where they should, in its best place. */
    private static int hits(String text) {
        int best = 0;
        for (int start = 0; start + TEST_TEXT.length() <= text.length(); start++) {
            int hits = 0;
            for (int i = 0; i < TEST_TEXT.length(); i += 2) {
                hits += text.charAt(start + i) == TEST_TEXT.charAt(i) ? 1 : 0;
            }
            best = Math.max(best, hits);
        }
        return best;
    }

    /**
     * Whether octets have the form that an alphabet is known by.
     *
     * @param strange how many octets the alphabet does not have, though it reads them
     * @param malus what is taken off the score, since another alphabet has that form
     * @param inWords what is strange, or empty
     */
    private record Form(int strange, int malus, String inWords) {
        private static final Form USUAL = new Form(0, 0, "");
        private static final int ESCAPE = 0x1b;

        static Form of(UserData data) {
            Octets octets = data.octets();
            return switch (data.alphabet()) {
                case GSM7 -> septets(octets);
                case UCS2 ->
                        Utf16.isReallyAscii(new OctetRun(octets.array()))
                                ? new Form(0, 5, "; the octets are ASCII")
                                : USUAL;
                case ISO_2022_JP -> japanese(has(octets, ESCAPE, ESCAPE));
                case JIS_X_0208, JIS_X_0212 -> japanese(!has(octets, ESCAPE, ESCAPE));
                default -> USUAL;
            };
        }

        private static Form septets(Octets octets) {
            int tops = 0;
            for (int i = 0; i < octets.length(); i++) {
                tops += octets.at(i) > 0x7f ? 1 : 0;
            }
            return tops == 0 ? USUAL : new Form(tops, 0, "; octets above 7F are no septets");
        }

        private static Form japanese(boolean usual) {
            return usual ? USUAL : new Form(0, 2, "; another form of Japanese");
        }

        private static boolean has(Octets octets, int from, int to) {
            for (int i = 0; i < octets.length(); i++) {
                if (octets.at(i) >= from && octets.at(i) <= to) {
                    return true;
                }
            }
            return false;
        }
    }
}
