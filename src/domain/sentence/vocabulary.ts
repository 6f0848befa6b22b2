export const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

export const WEEKDAYS = [
  ['monday', 'mon', 'mondays'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed', 'weds'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
] as const;

/** Which row of a list holds the word, from 0; null for none. */
export function placeOf(word: string, rows: readonly (readonly string[])[]): number | null {
  const place = rows.findIndex((row) => row.includes(word));
  return place < 0 ? null : place;
}

const SHORTHAND = new Map(
  [
    ['tomorrow', 'tmrw tmr tmw tmrow tomoz tomorow tommorow tommorrow 2moro 2morrow'],
    ['next', 'nxt'],
    ['this', 'coming'],
    ['monday', 'mondays'],
    ['tue', 'tues'],
    ['wed', 'weds'],
    ['week', 'wk'],
    ['weeks', 'wks'],
    ['month', 'mth'],
    ['months', 'mths'],
    ['end of day', 'eod cob'],
    ['end of week', 'eow'],
    ['end of month', 'eom'],
    ['end of year', 'eoy'],
    ['before', 'b4'],
    ['at', '@ around'],
  ].flatMap(([said = '', words = '']) => words.split(' ').map((word) => [word, said] as const)),
);

/**
 * A word as a reader of dates knows it.
 * @example spelledOut('eow') //=> 'end of week'
 * @example spelledOut('+2w') //=> 'within 2w'
 */
export function spelledOut(word: string): string {
  return SHORTHAND.get(word) ?? word.replace('+', 'within ');
}

/** Parts of company names that tell nobody apart. */
export const LEGAL_FORMS = new Set(
  'ltd limited inc incorporated llc llp corp corporation co company gmbh ag kg sa sas srl bv nv ab oy plc pty the and & of'.split(
    ' ',
  ),
);

/**
 * Words of everyday reports. One of them alone is no name, and one after a name is no surname.
 */
const COMMON = new Set(
  `a an the this that these those my our your his her their its i we me us you he she they him them it
  im ive ill id hes shes theyre theyve were weve whos who whom what where why how which is are was be been being am isnt arent wasnt
  and or but so then now n plus also again either too as if when once unless because cos cause
  at on in by for from of to with w w/ re about after before b4 until till via per into over off up out
  back down away around through b/c
  no not none nobody noone nothing never yes yep yeah ok okay maybe perhaps still just already yet only
  very really quite super pretty so more most less few couple some any all both each other another same
  did didnt does doesnt do dont done has hasnt have havent had hadnt will wont would wouldnt can cant
  cannot could couldnt should shouldnt shall may might must need needs needed gotta gonna going wanna
  call calls called calling callback ring rang rung ringing phone phoned phoning dial dialled dialed
  email emails emailed emailing mail mailed e text texted texting texts txt txted sms message messaged
  messages msg msgs msgd msged ping pinged pinging dm dmed dms whatsapp whatsapped linkedin inmail
  zoom teams skype video voicemail vm lvm lm vmail mailbox note notes meet met meeting meetings mtg mtgs visit
  visited coffee lunch dinner demo demos demoed chat chatted talk talked spoke speak spoken speaking discuss discussed
  reach reached contact contacted connect connected catch caught follow followed following fu f/u chase
  chased chasing nudge nudged bump bumped check checked checking chk try tries tried trying retry send sent
  sending sends shot shoot drop dropped forward forwarded left leave leaving lft got get gets getting gotten
  answer answers answered ans answering reply replied replies replying response respond responded pick picked
  pickup picks luck joy dice unanswered busy engaged unavailable available voice full straight went gone
  go goes come came comes show showed shows shown noshow turn turned join joined miss missed stood
  said says say saying told tell tells ask asked asks asking want wants wanted like likes love loves promise promised
  promises agree agreed agrees confirm confirmed book booked rebook schedule scheduled reschedule set plan
  planned planning remind reminder remember forgot forget next last later soon today tonight tomorrow
  tmrw tmr tmw tomoz yesterday morning afternoon evening noon midday day days week weeks wk wks month months year
  years hour hours quarter end eod eow eom cob start early mid late
  interested interest keen hot warm cold lukewarm excited happy good great fine nice well quick long short
  signed sign signs closed close won win lost lose bought buy deal passed pass declined rejected
  stop stopped unsubscribe remove removed list number wrong person guy bounced works working work company
  n/a na reception receptionist gatekeeper assistant pa boss colleague hey hi hello thanks thx sorry smh lol
  quote quoted pricing price prices proposal offer contract deck case study menu sample samples info brochure
  wrote write writes written writing gave give gives given offered offering open opened sounds sounded
  seems seemed looks looked thinks thought knows heard hears nice new old big small first second third
  moved stuck waiting waits meant supposed yet holiday leave pto sick travelling traveling
  almost nearly probably possibly likely hopefully basically verbally twice once thrice times mobile cell landline ghosted
  cancelled canceled postponed rescheduled done saw expo booth assistant
  nda invoice agreement terms minutes budget expensive needs yes`
    .split(/\s+/)
    .concat(MONTHS.flat(), WEEKDAYS.flat()),
);

export function isCommon(word: string): boolean {
  return COMMON.has(word) || word.length === 0 || /^\d/.test(word);
}
