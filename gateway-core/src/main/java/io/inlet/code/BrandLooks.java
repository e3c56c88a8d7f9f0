package io.inlet.code;

/** Says of a name what its words and letters look like. For one text. */
final class BrandLooks {
    private static final long JOINS =
            Cue.BRAND_PART.bit() | Cue.LINK.bit() | Cue.COMMON.bit() | Cue.BRAND_AFTER.bit();
    private static final int LONG = 24;
    private static final int FEW_WORDS = 3;

    private final PlainText text;
    private final Hits hits;
    private final Tokens tokens;
    private final boolean isCased;

    BrandLooks(PlainText text, Hits hits, boolean capitals) {
        this.text = text;
        this.hits = hits;
        this.tokens = new Tokens(text);
        this.isCased = capitals;
    }

    void of(BrandName name) {
        Letters letters = new Letters(name);
        boolean host = name.has(BrandTrait.HOST);
        boolean cased = letters.capitals > 0 || isCased;
        boolean mixed = letters.marked > 0 && letters.loose > 0;
        name.add(BrandTrait.ONE_WORD, letters.words == 1);
        name.add(BrandTrait.TWO_WORDS, letters.words == 2);
        name.add(BrandTrait.MANY_WORDS, letters.words > FEW_WORDS);
        name.add(BrandTrait.LONG, name.to() - name.from() > LONG);
        name.add(BrandTrait.ALL_CAPITALS, letters.capitals > 1 && letters.small == 0);
        name.add(BrandTrait.SMALL, cased && letters.capitals == 0 && !host);
        name.add(BrandTrait.SENTENCE_LIKE, isCased && !host && mixed);
        name.add(BrandTrait.HAS_NUMBER, letters.numbers > 0);
        boolean famous = hits.isPhrase(name.from(), name.to(), Cue.BRAND.bit());
        name.add(BrandTrait.FAMOUS, famous);
        name.add(BrandTrait.HAS_PART, letters.parts > 0);
        name.add(BrandTrait.ALL_PART, letters.parts == letters.all);
        name.add(BrandTrait.SOME_KNOWN, letters.known > 0 && letters.known < letters.all);
        name.add(BrandTrait.ALL_KNOWN, letters.known == letters.all);
        name.add(BrandTrait.PLAIN_WORD, letters.isPlainWord());
    }

    /** The letters of a name, counted. */
    private final class Letters {
        private int words = 1;
        private int marked;

        /** Small words that neither join a name nor end many a one. */
        private int loose;

        private int numbers;
        private int capitals;
        private int small;
        private int parts;
        private int known;
        private int all;
        private boolean inner;
        private boolean knownWord;

        Letters(BrandName name) {
            for (int i = name.from(); i < name.to(); i++) {
                if (text.charAt(i) == ' ') {
                    words++;
                } else {
                    boolean within = i > name.from() && text.charAt(i - 1) != ' ';
                    if (!within) {
                        word(i, text.wordEnd(i, name.to()));
                    }
                    count(i, within);
                }
            }
        }

        private void word(int from, int end) {
            boolean number = tokens.isDigits(from, end);
            boolean inner = end - from > 1 && text.isUpper(from + 1); // "eBay"
            boolean mark = text.isUpper(from) || inner || number;
            boolean joins = hits.isPhrase(from, end, JOINS);
            numbers += number ? 1 : 0;
            marked += mark ? 1 : 0;
            loose += mark || joins ? 0 : 1;
            knownWord = isCased && hits.isNoName(from, end);
        }

        private void count(int at, boolean within) {
            boolean capital = text.isUpper(at);
            boolean part = hits.covers(at, Cue.BRAND_PART);
            all++;
            capitals += capital ? 1 : 0;
            small += !capital && CharForms.isWordChar(text.charAt(at)) ? 1 : 0;
            inner |= within && capital && small > 0;
            parts += part ? 1 : 0;
            boolean says = isCased ? knownWord || hits.saysMore(at) : hits.saysElse(at);
            known += !part && says ? 1 : 0;
        }

        boolean isPlainWord() {
            return words == 1 && !inner && capitals == 1;
        }
    }
}
