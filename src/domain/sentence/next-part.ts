const DO =
  '(?:try|trying|retry|call|calling|phone|ring|ringing|email|emailing|mail|text|texting|send|sending|follow up|following up|followup|fu|f/u|chase|chasing|ping|check|checking|chk|meet|meeting|visit|book|rebook|rebooking|reschedule|schedule|demo|come back|go back|get back|circle back|reach out|touch base|prepare|draft|write|share|show|give|bring|invite|introduce|set up|catch up|ask|tell|contract|proposal|quote|sign)';
const WILL =
  '(?:will|ill|well|i will|we will|gonna|going to|need to|needs to|have to|has to|must|gotta|should|wanna|want to|plan to|planning to|remind me to|remember to|lets|let me|please|(?<! never )to)';
/** Words said between the two; who says them has spoken. */
const ASKED =
  '(?:(?:i |we |have |has |both )*(?:agreed|promised|committed)(?: (?:him|her|them|me|us|@))?(?: (?:to|on|for|that|i|we|ill|well|will))*|(?:asked|told|wants|wanted|asks|asking|tells|invited) (?:me|us)(?: (?:to|if|for))(?! (?:stop|not|leave|remove|unsubscribe|never|take))|(?:said|says)(?: to)?(?= (?:call|try|come|ring|email|text|send|ping|check|get) ))';
const BOOKED =
  '(?:its |is |got it |all )?(?:booked|scheduled|confirmed|rescheduled|rebooked)(?: (?:in|for|a|an|the|on))*';
const PROMISE = `(?:${ASKED}|${BOOKED})`;

/** Articles and the like: what follows is a thing, "a call", not a plan to call. */
const THING =
  '(?<! (?:a|an|the|our|my|his|her|their|this|that|last|good|great|quick|intro|discovery|cold|video|phone|sales|first|second|zoom|teams|had|in|missed|by|via|per|of|through|another|short|long|nice|brief|no|dont|not|never|didnt|havent|hasnt|stop|voice|wrong|on|for|at|show|with|w|w/|to do|never to) )';

const STARTS = [
  `${PROMISE}`,
  `(?:then |so |and |now |i |we )*(?:next(?: step)?|todo|to do) (?:[.,] )?(?=\\S)`,
  `(?:then |so |and |now |i |we |he |she |they )*${WILL} (?:then |also |just )*${DO}`,
  `${THING}(?:then |so |and |now |next )*${DO}`,
  `(?:@ |he |she |they )?(?:wants|want|needs|need|asked for|requested|would like) (?:a |an |the |to |some )*(?:[^ .,#]+ ){0,3}[^ .,#]+(?= #)`,
];
const START = new RegExp(`(?<= )(?:${STARTS.join('|')})(?= |$)`, 'g');
const SAID_ASKED = new RegExp(`(?<= )(?:${ASKED})(?= |$)`);
const SAID_PROMISE = new RegExp(`(?<= )(?:${PROMISE})(?= |$)`);

/**
 * Where the next step begins in an outline: at a promise, "next", or something to do in its plain
 * form. Null when only what happened is told.
 * @example findNextPart(' called @ , no answer , try again # ') //=> 23
 */
export function findNextPart(line: string): number | null {
  const found = [...line.matchAll(START)].find(({ index }) => mayBegin(line, index));
  return found?.index ?? null;
}

/** Whether the date was agreed with them: only on words that say so. */
export function saysPromise(line: string): boolean {
  return SAID_PROMISE.test(line);
}

/** Whether they said something to each other, as "asked me to call" tells by itself. */
export function saysSpoken(line: string): boolean {
  return SAID_ASKED.test(line);
}

/** The next step's own words, without what leads to it and without dates. */
export function leadOf(line: string): number {
  const lead = new RegExp(
    `^ *(?:${PROMISE} *|(?:then|so|and|now|i|we|he|she|they|also|just|next|step|todo|[.,]|${WILL}|(?:@|wants|want|needs|need|asked for|requested|would like)|a|an|the|some|to|in|for|him|her|them) +)*`,
  ).exec(line)?.[0];
  return lead?.length ?? 0;
}

/** "She promised to sign by Friday, chase then": what they will do, and the rep's own step after it. */
export function ownStepAfter(line: string, next: number): number | null {
  const theirs = /(?:@|he|she|they) $/.test(line.slice(0, next));
  if (!theirs || !/^(?:agreed|promised|committed) /.test(line.slice(next))) return null;
  const own = new RegExp(`(?<=[.,] )${DO}(?= )`).exec(line.slice(next));
  return own ? next + own.index : null;
}

// "Call Tom" at the start is a plan as well; a thing done, "call with Tom", is not.
function mayBegin(line: string, place: number): boolean {
  const rest = line.slice(place);
  return !/^(?:call|chat|meeting|demo|visit|email|text) (?:with|w|w\/|went|was|from|done|complete|completed|over|happened|cancelled|canceled) /.test(
    rest,
  );
}
