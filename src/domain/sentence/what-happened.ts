import type { Channel, Interest, NoReason, Outcome } from '../touch.ts';

const NOT = '(?:didnt|did not|doesnt|does not|wont|isnt|wasnt|never|hasnt|has not|havent|not)';
const VM = '(?:vm|vmail|voicemail|voice mail|answerphone|machine)';
const OUR = '(?:our |the |my |his |her |their |a |an |another |it )?';

/** What people write for each outcome, over an outline; each is matched between spaces. */
const PATTERNS: Record<Outcome, string[]> = {
  no_answer: [
    '(?:no|without|still no) (?:one )?(?:answer|ans|reply|response|luck|joy|dice|pick ?up|pickup|answered|word back)',
    '(?:nobody|noone|no one|no body) (?:picked up|picks up|answered|answers|there|home|in)',
    `${NOT} (?:answer|answering|answered|pick up|picking up|picked up|pick up the phone|respond|responded|responding|reply|replied|replying|reachable|come to the phone)`,
    'n/a',
    'unanswered',
    '(?:couldnt|could not|cant|cannot|unable to|didnt|did not) (?:reach|get hold of|get a hold of|get through|get thru)',
    '(?:rang|rings|ringing) out',
    `(?:went |goes |gets )?(?:straight )?to ${VM}`,
    `got (?:his |her |their |the )?${VM}`,
    `${VM} (?:is |was )?full`,
    '(?:line )?(?:was |is )?engaged',
    'not (?:in|available|there|at (?:his|her|the|their) desk)',
    'tried (?:calling|to call|ringing|to ring|reaching|to reach|to get hold of)',
    '(?:crickets|radio silence|silence|nothing back|ghosted)',
  ],
  sent: [
    `(?:left|leaving|lft) (?:@ )?(?:him |her |them )?(?:a |an |another )?(?:${VM}|message|msg|note|word)`,
    '(?:lvm|lm|left vm)',
    `(?<!(?:to|got|gets|full|her|his|their|the) )${VM}(?! (?:is |was )?full)`,
    '(?:emailed|mailed|texted|txt|txted|txtd|messaged|msgd|msged|pinged|dmed|whatsapped|inmailed|smsed|wrote to|wrote @)(?! (?:me|us|back))',
    'dropped (?:@ |him |her |them )?(?:a|an) (?:line|email|note|text|msg|message)',
    'sent',
    'shot (?:@ |him |her |them )?(?:over )?(?:a|an) (?:email|text|msg|message|note)',
    '(?:forwarded|followed up|nudged|chased|bumped|fired off)',
  ],
  spoke: [
    '(?:spoke|talked|chatted|met|discussed)',
    'had (?:a |an |the |our )?(?:\\S+ ){0,2}(?:call|chat|meeting|mtg|demo|conversation|coffee|lunch|zoom|talk|catch up)',
    'caught up',
    '(?:got hold of|got a hold of|got through to)',
    '(?:reached|got) @',
    `(?<!${NOT} |nobody |noone |one )(?:answered|picked up)`,
    '(?:call|chat|meeting|mtg|demo|zoom|coffee|lunch|visit)(?: \\S+){0,4} (?:went|was) (?:really |very |quite )?(?:well|great|good|fine|ok|okay|positive|awesome)',
    '(?:good|great|nice|long|quick|short|brief|lovely) (?:call|chat|meeting|mtg|talk|conversation|catch up)',
    '(?:call|chat|meeting|mtg|demo|zoom|video call|coffee|lunch)(?: (?:with|w|w/) @)? ,(?= (?:hot|warm|cold|keen))',
  ],
  they_got_in_touch: [
    '(?:@|he|she|they) (?:just |has |have |also )?(?:called|rang|phoned|emailed|mailed|texted|messaged|wrote|pinged|dmed|whatsapped)(?: (?:me|us|back|in)){1,2}',
    '(?:@|he|she|they) (?:just |has |have |also |finally )?(?:replied|responded|reached out|got in touch|got back|wrote back|contacted (?:me|us)|sent (?:me|us))',
    `(?<!${NOT} |nobody |noone |one )(?:replied|responded|wrote back|got back to (?:me|us)|got in touch|reached out to (?:me|us)|returned my call|called (?:me|us)(?: back)?|called back)`,
    'inbound',
  ],
  missed_appointment: [
    '(?:no show|noshow|no showed|no shows|noshowed)',
    `${NOT} (?:show|showed|turn up|turned up|join|joined|appear|appeared|make it|come to)(?: up)?`,
    'stood (?:me|us) up',
    `(?<! i |we )(?:missed|skipped|forgot|blew off) ${OUR}(?:call|meeting|mtg|appointment|demo|zoom|video call)`,
  ],
  not_now: [
    'not (?:right )?now',
    'not (?:yet )?ready(?: yet)?',
    '(?:bad time|not (?:a|the) (?:good|right) time|timing is (?:off|bad|wrong)|wrong time)',
    '(?:too )?busy (?:right now|atm|at the moment|now|this week|this month|until|till)',
    'too busy',
    '(?:maybe|perhaps|sometime|some time) later',
    'on hold',
    '(?:not (?:before|until|till)|wait until|wait till)',
  ],
  wrong_contact: [
    'wrong (?:number|person|contact|guy|email|address|no|one)',
    'left (?:the )?(?:company|business|firm|org|job|@)',
    '(?:no longer|doesnt|does not|not) (?:works?|working|employed|with|at|there)(?: at| for| with| there| here)?',
    '(?:no longer (?:there|works there|works here)|left in)',
    'bounced',
    'number (?:is |was )?(?:disconnected|dead|not in service|invalid|out of service)',
  ],
  yes: [
    '(?:said|says|its|got|got a|gave) (?:a |me a |us a )?yes(?! to (?:a|the|another) (?:call|demo|meeting|chat))',
    `(?<!${NOT} |to |yet |be |get )signed(?! (?:the |an |our )?(?:nda|off))`,
    '(?:closed (?:won|the deal|it|@)|won (?:it|the deal|@)|deal (?:done|closed|won))',
    '(?:bought|purchased|placed (?:the|an) order|on board|going ahead)',
    '[.] yes(?= [.,]| $)',
  ],
  no: [
    '(?:said|says|its|got|a|hard|firm|gave|then) (?:a |me a |us a )?no(?= [.,#]| $| and| but| because| thanks)',
    '[.] no(?= [.,])',
    '(?:not|isnt|is not|arent|wasnt) (?:at all |really )?interested',
    'no interest',
    'passed(?= [.,]| $| on (?:it|this|us))',
    '(?:declined|rejected (?:us|it|the)|turned (?:us|it|me) down|not going ahead|no go)',
    '(?:went|going|go) (?:with|w|w/) (?:a |the |another )?(?:competitor|competition|someone else|somebody else|other vendor|vendor)',
    '(?:chose|picked) (?:a |the |another )?(?:competitor|competition|someone else|somebody else|vendor)',
    'lost (?:it|the deal|@)',
  ],
  stop: [
    '(?:asked|told|wants|begged) (?:me |us )?to stop',
    'stop (?:calling|emailing|texting|contacting|messaging|mailing)',
    '(?:dont|do not|never|not to) (?:call|email|text|contact|message|ring|mail)(?: (?:me|us|him|her|them|@))? (?:again|anymore|any more|ever)',
    'unsubscribed?',
    'removed?(?: (?:me|him|her|them|@))? from',
    '(?:take|took|taken)(?: (?:me|him|her|them|@))? off',
    '(?:opt|opted) out',
    'leave (?:me|them|him|her) alone',
    'no more (?:calls|emails|texts|messages)',
    'do not contact',
  ],
};

const CHANNEL_PATTERNS: [Channel, string][] = [
  ['video', '(?:zoom|zoomed|teams|skype|google meet|gmeet|video|video call|video chat|facetime)'],
  ['social', '(?:linkedin|dm|dmed|dms|inmail|inmailed|twitter|instagram|insta|facebook|fb|xing)'],
  ['text', '(?:texted|text|texting|texts|txt|txted|txtd|sms|whatsapp|whatsapped|imessage)'],
  ['email', '(?:emailed|email|emails|emailing|mailed|mail|e mail|inbox|wrote back|bounced)'],
  [
    'call',
    '(?:called|calling|call|rang|rung|phoned|phone|dialled|dialed|vm|lvm|lm|vmail|voicemail|voice mail|answerphone|pick up|picked up|picks up|wrong number)',
  ],
  [
    'meeting',
    '(?:met|meeting|mtg|visited|visit|coffee|lunch|breakfast|dinner|in person|onsite|on site|fair|trade show|conference)',
  ],
];
/** What is told by the outcome's own word when no way is named. */
const WEAK_CHANNELS: [Channel, string][] = [
  ['call', '(?:spoke|talked|chatted|chat|caught up|left (?:\\S+ ){0,3}(?:message|msg|note|word))'],
  ['email', '(?:sent|forwarded)'],
];

const INTEREST_PATTERNS: [Interest, string][] = [
  ['cold', '(?:cold|gone cold)(?! call)'],
  ['warm', '(?:warm|lukewarm|interested|quite interested)'],
  [
    'hot',
    '(?:hot|keen|super keen|very keen|very interested|really interested|super interested|red hot|excited)',
  ],
];

const REASON_PATTERNS: [NoReason, string][] = [
  [
    'price',
    '(?:too expensive|expensive|too pricey|pricey|price|too much money|no budget|budget|costs?|cheaper)',
  ],
  ['timing', '(?:timing|bad time|wrong time|not the right time)'],
  [
    'competitor',
    '(?:competitor|competition|someone else|somebody else|other vendor|another vendor|already (?:use|uses|using|have|has|with))',
  ],
  [
    'no_need',
    '(?:no need|dont need|doesnt need|do not need|not needed|happy with (?:what|their|the|his|her)|not relevant)',
  ],
  [
    'no_authority',
    '(?:no authority|not (?:his|her|their) (?:decision|call|department)|cant decide)',
  ],
];

const STOP_CHANNELS: [Channel, string][] = [
  [
    'email',
    '(?:stop (?:emailing|mailing)|(?:dont|do not|never|not to) (?:email|mail)|no more emails)',
  ],
  ['call', '(?:stop (?:calling|ringing)|(?:dont|do not|never|not to) (?:call|ring)|no more calls)'],
  ['text', '(?:stop texting|(?:dont|do not|never|not to) text|no more texts)'],
];

export type Happened = {
  outcome: Outcome | null;
  channel: Channel | null;
  interest: Interest | null;
  noReason: NoReason | null;
  stopChannel: Channel | null;
  /** Where the words of the outcome end. */
  end: number;
};

/** When the first of a pair is told, the second is only how it came about. */
const COVERS: [Outcome, readonly Outcome[]][] = [
  ['stop', ['no', 'not_now', 'spoke', 'they_got_in_touch', 'sent']],
  ['missed_appointment', ['sent', 'no_answer', 'spoke']],
  ['wrong_contact', ['sent', 'no_answer', 'spoke', 'they_got_in_touch']],
  ['yes', ['spoke', 'they_got_in_touch', 'sent']],
  ['no', ['spoke', 'they_got_in_touch', 'sent']],
  ['not_now', ['spoke', 'they_got_in_touch', 'sent']],
  ['they_got_in_touch', ['spoke', 'sent']],
  ['spoke', ['sent']],
  ['sent', ['no_answer']],
];

/**
 * What a report says happened: the outcome its words agree on, or null when there is none or when they
 * contradict each other ("said yes and then no").
 * @example readHappened(' called @ , no answer ').outcome //=> 'no_answer'
 */
export function readHappened(line: string): Happened {
  const told = Object.entries(PATTERNS).flatMap(([outcome, patterns]) => {
    const end = lastEnd(line, patterns.join('|'));
    return end === null ? [] : [{ outcome: outcome as Outcome, end }];
  });
  const outcome = agreeing(
    told.map((one) => one.outcome),
    line,
  );
  return {
    outcome,
    channel: channelOf(line, outcome),
    interest: negatedInterest(line) ? null : lastOf(line, INTEREST_PATTERNS),
    noReason: outcome === 'no' ? onlyOf(line, REASON_PATTERNS) : null,
    stopChannel: outcome === 'stop' ? onlyOf(line, STOP_CHANNELS) : null,
    end: Math.max(0, ...told.map((one) => one.end)),
  };
}

function agreeing(told: readonly Outcome[], line: string): Outcome | null {
  if (told.length === 0) return null;
  // "Emailed, no reply" waits for an answer to that very message.
  const [a, b, more] = told;
  if (
    a === 'no_answer' &&
    b === 'sent' &&
    !more &&
    / (?:emailed|mailed|texted|txt|messaged|pinged|dmed|whatsapped|sent)(?: [^ .,]+)* , (?:still )?no (?:reply|response|answer) /.test(
      line,
    )
  ) {
    return 'no_answer';
  }
  const top = told.find((one) => {
    const covered = COVERS.find(([above]) => above === one)?.[1] ?? [];
    return told.every((other) => other === one || covered.includes(other));
  });
  return top ?? null;
}

function channelOf(line: string, outcome: Outcome | null): Channel | null {
  const strong = CHANNEL_PATTERNS.flatMap(([channel, pattern]) =>
    placesOf(line, pattern).map((place) => ({ channel, place })),
  ).toSorted((a, b) => a.place - b.place);
  const direct = strong.filter(({ channel }) => channel === 'video' || channel === 'social');
  if (direct[0]) return direct[0].channel;
  // "No answer, so I emailed": the message is what was left behind.
  const chosen = outcome === 'sent' ? strong.at(-1) : strong[0];
  if (chosen) return chosen.channel;
  return lastOf(line, outcome === 'sent' ? WEAK_CHANNELS : WEAK_CHANNELS.slice(0, 1));
}

function negatedInterest(line: string): boolean {
  return / (?:not|isnt|arent|wasnt|no longer)(?: \S+)? (?:interested|keen|hot|warm) /.test(line);
}

function lastOf<T>(line: string, patterns: readonly (readonly [T, string])[]): T | null {
  const ends = patterns.flatMap(([value, pattern]) => {
    const end = lastEnd(line, pattern);
    return end === null ? [] : [{ value, end }];
  });
  // Of two that end at the same word the later row says more: "very interested" over "interested".
  return (
    ends.reduce<{ value: T; end: number } | null>(
      (best, one) => (best === null || one.end >= best.end ? one : best),
      null,
    )?.value ?? null
  );
}

function onlyOf<T>(line: string, patterns: readonly (readonly [T, string])[]): T | null {
  const found = patterns.filter(([, pattern]) => lastEnd(line, pattern) !== null);
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

function placesOf(line: string, pattern: string): number[] {
  return [...line.matchAll(new RegExp(`(?<= )(?:${pattern})(?= )`, 'g'))].map(({ index }) => index);
}

function lastEnd(line: string, pattern: string): number | null {
  const found = [...line.matchAll(new RegExp(`(?<= )(?:${pattern})(?= )`, 'g'))].at(-1);
  return found ? found.index + found[0].length : null;
}
