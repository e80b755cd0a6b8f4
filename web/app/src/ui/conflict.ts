import { useState } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import type { FieldValues, Fields } from './form.ts';

/** A thing as a form shows it, and the entity tag a change of it must name. */
export interface Version<V extends FieldValues> {
  values: V;
  etag: string | undefined;
}

/** One field on which what was typed and what somebody else saved meanwhile differ. */
export interface Difference {
  name: string;
  mine: string;
  theirs: string;
  /** Who moved away from the version both began with; both means somebody has to decide. */
  changedBy: 'me' | 'them' | 'both';
}

export interface Conflict<V extends FieldValues> {
  /** The tag the next attempt must name. */
  etag: string | undefined;
  differences: Difference[] | undefined;
  /** Give it every refusal; it takes those that say somebody was quicker. */
  refused: (problem: ApiProblem) => void;
  /** Fields to take over from them; of all others what was typed stays. Returns the values to send. */
  settle: (takeTheirs: readonly string[]) => V;
  /** The version that could not be read again says so here. */
  unread: ApiProblem | undefined;
}

/** Compares three versions: what both saw first, what was typed here, what was saved meanwhile. */
export function differences<V extends FieldValues>(base: V, mine: V, theirs: V): Difference[] {
  // What only one of the two has is empty in the other: a line added to a list, or taken out of it.
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [...names].flatMap((name): Difference[] => {
    const [was, here, there] = [base[name] ?? '', (mine[name] ?? '').trim(), theirs[name] ?? ''];
    if (here === there) return [];
    const changedBy = here === was ? 'them' : there === was ? 'me' : 'both';
    return [{ name, mine: here, theirs: there, changedBy }];
  });
}

/**
 * Two people change the same thing: the second is refused with 412. The thing is read again and both versions
 * stand side by side, field by field; what is chosen is sent under the new tag. Works for every form of text fields.
 */
export function useConflict<V extends FieldValues>(
  fields: Pick<Fields<V>, 'values' | 'reset'>,
  opened: Version<V>,
  readAgain: () => Promise<Version<V>>,
  asOurs: (failure: unknown) => ApiProblem,
): Conflict<V> {
  const [base, setBase] = useState(opened);
  const [theirs, setTheirs] = useState<Version<V>>();
  const [unread, setUnread] = useState<ApiProblem>();
  const refused = (problem: ApiProblem) => {
    if (!problem.stale) return;
    setUnread(undefined);
    readAgain().then(setTheirs, (failure: unknown) => setUnread(asOurs(failure)));
  };
  return {
    etag: base.etag,
    differences: theirs === undefined ? undefined : differences(base.values, fields.values, theirs.values),
    refused,
    settle: (takeTheirs) => {
      const merged = { ...fields.values };
      if (theirs !== undefined) {
        for (const name of takeTheirs) (merged as FieldValues)[name] = theirs.values[name] ?? '';
        setBase(theirs);
        setTheirs(undefined);
      }
      fields.reset(merged);
      return merged;
    },
    unread,
  };
}
