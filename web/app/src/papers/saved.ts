import { readAll } from '../api/client.ts';
import { toLocalInput } from '../i18n/format.ts';
import type { Standing } from '../ui/meanwhile.tsx';
import type { Saved } from './record-form.tsx';
import type { Hearing, Incident, Matter, Missing, Order, Placement } from './types.ts';

/** Things of a case read again one by one, each in the words of the form that changes it. */

async function among<T extends { id: string; etag: string }>(items: Promise<T[]>, id: string, saved: (one: T) => Saved): Promise<Standing<Saved>> {
  const one = (await items).find((each) => each.id === id);
  return one === undefined ? { data: { values: {}, over: true }, etag: undefined } : { data: saved(one), etag: one.etag };
}

/** The whole list: what is changed may stand beyond its first page. */
function itemsOf<T>(caseId: string, what: string): Promise<T[]> {
  return readAll<T>('cases', `/cases/${caseId}/${what}`);
}

function moment(at: string | undefined): string {
  return at === undefined ? '' : toLocalInput(new Date(at));
}

export function incidentAgain(caseId: string, id: string) {
  return among(itemsOf<Incident>(caseId, 'incidents'), id, (one) => {
    const last = one.findings.reduce<Incident['findings'][number] | undefined>(
      (newest, each) => (newest === undefined || each.happenedAt > newest.happenedAt ? each : newest),
      undefined,
    );
    return { values: { finding: one.finding, happenedAt: moment(last?.happenedAt), reason: last?.reason ?? '' }, over: false };
  });
}

export function orderAgain(caseId: string, id: string) {
  return among(itemsOf<Order>(caseId, 'orders'), id, (one) => ({
    values: { reason: one.endReason ?? '', happenedAt: moment(one.endedAt), endsOn: one.endsOn ?? '' },
    over: one.endedAt !== undefined,
  }));
}

export function hearingAgain(caseId: string, id: string) {
  return among(itemsOf<Hearing>(caseId, 'hearings'), id, (one) => ({
    values: {
      result: one.state === 'planned' ? '' : one.state,
      happenedAt: moment(one.happenedAt),
      childAttended: one.childAttended === undefined ? '' : one.childAttended ? 'yes' : 'no',
      note: one.outcome ?? '',
      nextAt: one.state === 'planned' ? moment(one.plannedFor) : '',
    },
    over: one.state !== 'planned',
  }));
}

export function matterAgain(caseId: string, id: string) {
  return among(itemsOf<Matter>(caseId, 'court-matters'), id, (one) => ({
    values: { outcome: one.outcome ?? '', happenedAt: moment(one.decidedAt) },
    over: one.decidedAt !== undefined,
  }));
}

export function placementReviewAgain(caseId: string, id: string) {
  return among(itemsOf<Placement>(caseId, 'placements'), id, (one) => {
    const last = one.reviews.reduce<Placement['reviews'][number] | undefined>(
      (newest, each) => (newest === undefined || each.happenedAt > newest.happenedAt ? each : newest),
      undefined,
    );
    return {
      values: { happenedAt: moment(last?.happenedAt), findings: last?.findings ?? '', childSays: last?.childSays ?? '', decision: last?.decision ?? '' },
      over: one.endedAt !== undefined,
    };
  });
}

export function placementEndAgain(caseId: string, id: string) {
  return among(itemsOf<Placement>(caseId, 'placements'), id, (one) => ({
    values: { reason: one.endReason ?? '', happenedAt: moment(one.endedAt), note: one.endNote ?? '' },
    over: one.endedAt !== undefined,
  }));
}

export function missingToldAgain(caseId: string, id: string) {
  return among(itemsOf<Missing>(caseId, 'missing-reports'), id, (one) => ({
    values: { happenedAt: moment(one.toldAt), number: one.toldNumber ?? '' },
    over: one.toldAt !== undefined || one.foundAt !== undefined,
  }));
}

export function missingFoundAgain(caseId: string, id: string) {
  return among(itemsOf<Missing>(caseId, 'missing-reports'), id, (one) => ({
    values: { happenedAt: moment(one.foundAt), how: one.foundHow ?? '', note: one.foundNote ?? '' },
    over: one.foundAt !== undefined,
  }));
}
