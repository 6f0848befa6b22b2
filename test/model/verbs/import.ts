import { Readable } from 'node:stream';
import fc from 'fast-check';
import { importProspects } from '../../../src/services/import-prospects.ts';
import { readCsv } from '../../../src/services/read-csv.ts';
import { mustEqual } from '../broken.ts';
import { PEOPLE, type Person } from '../cast.ts';
import { plus } from '../days.ts';
import { planFile, type Row } from '../import-rules.ts';
import { repOf, todayOf } from '../model.ts';
import { attempt, defineVerb } from '../verb.ts';
import { actorAt, contextOf, type World } from '../world.ts';

const drawn = fc.record({
  rep: fc.nat(4),
  owner: fc.nat(4),
  what: fc.oneof(
    fc.record({ newcomers: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ person: fc.nat(PEOPLE.length - 1) }),
  ),
  datedIn: fc.option(fc.integer({ min: -3, max: 6 }), { nil: null }),
  contacts: fc.nat(5),
});

/** DESIGN 2.8: rows that are new, known, stopped or held; undated ones wait in line at the owner's pace. */
export const importFile = defineVerb({
  name: 'import',
  weight: 1,
  drawn,
  intend(world, { rep, owner, what, datedIn, contacts }) {
    const { model } = world;
    const actor = actorAt(world, rep);
    if (actor === null) return null;
    const on = datedIn === null ? null : plus(todayOf(model, repOf(model, actor)), datedIn);
    const people = 'person' in what ? known(what.person) : newcomers(world, what.newcomers);
    const rows = people.map((person): Row => ({ ...person, owner, on, contacts }));
    const said = 'person' in what ? people[0]?.name : `${people.length} newcomers`;
    return {
      words: `${repOf(model, actor).name} imports ${said} for ${repOf(model, owner).name}, ${on === null ? 'undated' : `next ${on}`}, ${contacts} contacts`,
      actor,
      refusals: [],
      answers: [],
      attempt: attempt(
        async () => importProspects(contextOf(world, actor), await readCsv(asFile(world, rows))),
        ({ counts, results }) => {
          const planned = planFile(model, { rows, actor });
          const { new: created, duplicate, updated, stopped, held, invalid } = counts;
          const answered = { new: created, duplicate, updated, stopped, held, invalid };
          mustEqual(
            `2.8: every row is accounted for (${results[0]?.reason})`,
            answered,
            planned.counts,
          );
          planned.apply();
        },
      ),
    };
  },
});

function known(at: number): Person[] {
  return PEOPLE.slice(at, at + 1);
}

function newcomers({ model }: World, count: number): Person[] {
  return Array.from({ length: count }, (_, n) => {
    const number = model.prospects.length + n;
    const email = `new${number}@list.example`;
    return { name: `Newcomer ${number}`, company: 'List', email, phone: null };
  });
}

function asFile({ model }: World, rows: readonly Row[]): Readable {
  const lines = rows.map(({ name, company, email, phone, owner, on, contacts }) =>
    [name, company, email, phone, repOf(model, owner).name, on, contacts].join(','),
  );
  const header = 'Name,Company,Email,Phone,Owner,Next Activity Date,Number of times contacted';
  return Readable.from([Buffer.from([header, ...lines].join('\n'))]);
}
