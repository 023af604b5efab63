/** The languages Mastodon 4.5 knows: ISO 639-1, some regional forms, some of ISO 639-3. */
const known = new Set(
  `aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
  es et eu fa ff fi fj fo fr fy ga gd gl gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
  kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn ms mt my na nb nd ne ng nl nn no nr
  nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sn so sq sr ss st su sv sw ta te tg th
  ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu mn-Mong ms-Arab nan-TW zh-CN zh-HK zh-TW
  zh-YUE ast chr ckb cnr csb gsw jbo kab ldn lfn moh nds pdc sco sma smj szl tok vai xal zba zgh`.split(/\s+/),
);

/** The first of the wishes that is known, whole or by the part before its first - or _; never an error. */
export function chooseLanguage(...wishes: (string | null)[]): string | null {
  for (const wish of wishes) {
    if (!wish?.trim()) continue;
    if (known.has(wish)) return wish;
    const base = wish.split(/[_-]/)[0] ?? "";
    if (known.has(base)) return base;
  }
  return null;
}
