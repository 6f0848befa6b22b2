import type { Channel, Interest, NoReason, Outcome } from '../touch.ts';

const NOT = '(?:didnt|did not|doesnt|does not|wont|isnt|wasnt|never|hasnt|has not|havent|not)';
const VM = '(?:vm|vmail|voicemail|voice mail|answerphone|machine)';
const OUR = '(?:our |the |my |his |her |their |a |an |another |it )?';

const UNWANTED =
  '(?:(?:asked|told|wants|wanted|prefers)(?: (?:me|us))? not|(?:doesnt|does not|didnt|dont|do not) want)';

/** What people write for each outcome, over an outline; each is matched between spaces. */
export const OUTCOME_PATTERNS: Record<Outcome, string[]> = {
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
    '(?:msg|message|note|dm|inmail) (?:to|for) @',
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
    '(?:reached|got|saw) @',
    '(?:got off|off|on) (?:the |a )?(?:phone|call|zoom) with',
    `(?<!${NOT} |nobody |noone |one )(?:answered|picked up)`,
    '(?:call|chat|meeting|mtg|demo|zoom|coffee|lunch|visit)(?: \\S+){0,4} (?:went|was) (?:really |very |quite )?(?:well|great|good|fine|ok|okay|positive|awesome)',
    '(?:good|great|nice|long|quick|short|brief|lovely) (?:call|chat|meeting|mtg|talk|conversation|catch up)',
    '(?:call|chat|meeting|mtg|demo|zoom|video call|coffee|lunch)(?: (?:with|w|w/) @)? ,(?= (?:hot|warm|cold|keen))',
  ],
  they_got_in_touch: [
    '(?:@|he|she|they) (?:just |has |have |also )?(?:called|rang|phoned|emailed|mailed|texted|messaged|wrote|pinged|dmed|whatsapped)(?: (?:me|us|back|in)){1,2}',
    '(?:@|he|she|they) (?:just |has |have |also |finally )?(?:replied|responded|reached out|got in touch|got back|wrote back|contacted (?:me|us)|sent (?:me|us))',
    '(?:@|he|she|they) (?:just |has |have |had to )?(?:cancelled|canceled|cancel|postponed|rescheduled)',
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
    '(?:not|isnt|arent|wasnt|is not) (?:yet |quite )?ready(?: yet)?',
    '(?:bad time|not (?:a|the) (?:good|right) time|timing is (?:off|bad|wrong)|wrong time)',
    '(?:too )?busy (?:right now|atm|at the moment|now|this week|this month|until|till)',
    'too busy',
    '(?:maybe|perhaps|sometime|some time) later',
    'on hold',
    '(?:not (?:before|until|till)|wait until|wait till)',
  ],
  wrong_contact: [
    'wrong (?:number|person|contact|guy|email|address|no|one)',
    'left (?:the )?(?:company|business|firm|org|job|@(?= [.,]| $))',
    '(?:no longer|doesnt|does not|not) (?:works?|working|employed|with|at|there)(?: at| for| with| there| here)?',
    '(?:no longer (?:there|works there|works here)|left in)',
    'bounced',
    'number (?:is |was )?(?:disconnected|dead|not in service|invalid|out of service)',
  ],
  yes: [
    '(?:said|says|its|got|got a|gave) (?:a |me a |us a )?yes(?! to (?:a|the|another) (?:call|demo|meeting|chat))',
    `(?<!${NOT} |to |yet |be |get )signed(?= [.,#]| $| (?:it|today|this|the contract|the deal|contract|with us|and|on) )`,
    '(?:closed (?:won|the deal|it|@)|won (?:it|the deal|@)|deal (?:done|closed|won))',
    '(?:bought|purchased|placed (?:the|an) order|on board|going ahead)(?= [.,#]| $| (?:it|from us|with us) )',
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
    '(?:asked|told|wants|begged) (?:me |us )?to stop(?! by)',
    'stop (?:calling|emailing|texting|contacting|messaging|mailing)',
    '(?:dont|do not|never|never to|not to) (?:call|email|text|contact|message|ring|mail)(?: (?:me|us|him|her|them|@))? (?:again|anymore|any more|ever)',
    // Whoever does not want to be called before ten only names an hour.
    `${UNWANTED} to be (?:called|emailed|texted|contacted|messaged|mailed)(?: (?:again|anymore|any more|ever|at all))?(?= [.,]| $)`,
    'please stop(?= [.,]| $)',
    'unsubscribed?',
    '(?:remove|removed|take|took|taken)(?: (?:me|him|her|them|@))? (?:from|off) (?:(?:the|our|your|my|any|all) )?(?:mailing |call |contact )?(?:list|lists|database|emails|newsletter)',
    '(?:opt|opted) out',
    'leave (?:me|them|him|her) alone',
    'no more (?:calls|emails|texts|messages)',
    'do not contact',
  ],
};

export const CHANNEL_PATTERNS: [Channel, string][] = [
  ['video', '(?:zoom|zoomed|teams|skype|google meet|gmeet|video|video call|video chat|facetime)'],
  ['social', '(?:linkedin|dm|dmed|dms|inmail|inmailed|twitter|instagram|insta|facebook|fb|xing)'],
  ['text', '(?:texted|text|texting|texts|txt|txted|txtd|sms|whatsapp|whatsapped|imessage)'],
  ['email', '(?:emailed|email|emails|emailing|mailed|mail|e mail|inbox|wrote back|bounced)'],
  [
    'call',
    '(?:called|calling|call|rang|rung|phoned|phone|mobile|cell|landline|dialled|dialed|vm|lvm|lm|vmail|voicemail|voice mail|answerphone|pick up|picked up|picks up|wrong number)',
  ],
  [
    'meeting',
    '(?:met|meeting|mtg|visited|visit|coffee|lunch|breakfast|dinner|saw|in person|onsite|on site|fair|expo|booth|trade show|conference)',
  ],
];
/** What is told by the outcome's own word when no way is named. */
export const WEAK_CHANNELS: [Channel, string][] = [
  ['call', '(?:spoke|talked|chatted|chat|caught up|left (?:\\S+ ){0,3}(?:message|msg|note|word))'],
  ['email', '(?:sent|forwarded)'],
];

export const INTEREST_PATTERNS: [Interest, string][] = [
  ['cold', '(?:cold|gone cold)(?! call)'],
  ['warm', '(?:warm|lukewarm|interested|quite interested)'],
  [
    'hot',
    '(?:hot|keen|super keen|very keen|very interested|really interested|super interested|red hot|excited)',
  ],
];

export const REASON_PATTERNS: [NoReason, string][] = [
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

export const STOP_CHANNELS: [Channel, string][] = [
  [
    'email',
    `(?:stop (?:emailing|mailing)|(?:dont|do not|never|not to) (?:email|mail)|no more emails|${UNWANTED} to be (?:emailed|mailed))`,
  ],
  [
    'call',
    `(?:stop (?:calling|ringing)|(?:dont|do not|never|never to|not to) (?:call|ring)|no more calls|${UNWANTED} to be called)`,
  ],
  ['text', '(?:stop texting|(?:dont|do not|never|not to) text|no more texts)'],
];
