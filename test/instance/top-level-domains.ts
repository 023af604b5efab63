/**
 * Mastodon knows the top-level domains of twitter-text's list, frozen in 2020-03 (section 2.1). Instead of that list
 * this is a rule of thumb that agrees with it on what people write: known country codes; any longer name of letters,
 * except names that came later, names that only private networks use, and what rather is the end of a file name.
 */
const countryCodes = new Set(
  `ac ad ae af ag ai al am an ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz
  ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et eu fi fj fk fm fo fr
  ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp
  ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt
  mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw
  sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tp tr tt tv tw tz
  ua ug uk um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw`.split(/\s+/),
);

const unknown = new Set(
  `amazon kids music spa corp example home html http https internal intranet invalid json lan local localdomain
  localhost private svg test toml txt yaml yml`.split(/\s+/),
);

/**
 * How many characters at the start of a label are a top-level domain; 0: none.
 * @param label letters, digits, - and _ up to the next other character
 * @param next that character
 */
export function topLevelDomainLength(label: string, next: string | undefined): number {
  const punycode = /^xn--[-0-9a-z]+/i.exec(label)?.[0];
  // Anything may follow but ASCII letters, digits, @, + and -: "com" in `https://a.comみ` counts.
  const name =
    punycode ?? /^[a-z]+(?![0-9a-z-])/i.exec(label)?.[0] ?? /^(?:(?!\p{ASCII})[\p{L}\p{M}])+/u.exec(label)?.[0];
  if (name === undefined || /^[0-9a-z@+-]$/i.test(label[name.length] ?? next ?? "")) return 0;
  const lower = name.toLowerCase();
  if (/^[a-z]{2}$/.test(lower)) return countryCodes.has(lower) ? 2 : 0;
  return name.length < 2 || unknown.has(lower) ? 0 : name.length;
}
