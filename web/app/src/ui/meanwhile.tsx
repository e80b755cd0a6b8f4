import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import { Overtaken } from './overtaken.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import classes from './conflict.module.css';

/** A thing as it stands, and the entity tag a change of it must name. */
export interface Standing<T> {
  data: T;
  etag: string | undefined;
}

/** What somebody else did to a thing while this form about it was open. */
export interface Meanwhile<T> {
  /** The version to name: the one the form was opened on, until its writer has seen a newer one. */
  etag: string | undefined;
  /** The newer version, while nobody has said which of the two is to stand. */
  now: T | undefined;
  /** The newer version could not be read. */
  unread: ApiProblem | undefined;
  /** Give it every refusal; it takes those that may mean somebody was quicker. */
  refused: (problem: ApiProblem) => void;
  goOn: () => void;
  /** The form stays open after it was saved: this is the version it goes on from. */
  saved: (etag: string | undefined) => void;
}

/**
 * For a form that does something to a thing instead of changing its fields. Lists around the form may be read again
 * as often as they like: it keeps the version its writer saw, and is not sent over one they have not.
 */
export function useMeanwhile<T>(opened: string | undefined, readAgain: () => Promise<Standing<T>>): Meanwhile<T> {
  const [held, setHeld] = useState(opened);
  const [found, setFound] = useState<Standing<T>>();
  const [unread, setUnread] = useState<ApiProblem>();
  return {
    etag: held,
    now: found?.data,
    unread,
    refused: (problem) => {
      if (!problem.stale && problem.status !== 409) return;
      setUnread(undefined);
      readAgain().then(
        (standing) => setFound(standing.etag === held ? undefined : standing),
        // A rule that refuses is told as it was, also when nothing could be read anew.
        (failure: unknown) => setUnread(problem.stale ? asProblem(failure) : undefined),
      );
    },
    goOn: () => {
      setHeld(found?.etag);
      setFound(undefined);
    },
    saved: (etag) => {
      setHeld(etag);
      setFound(undefined);
      setUnread(undefined);
    },
  };
}

/** One line of both versions. What neither has is left out. */
export interface BothSides {
  label: string;
  mine?: ReactNode;
  theirs?: ReactNode;
}

interface Props<T> {
  meanwhile: Meanwhile<T>;
  /** The problem of the last attempt, shown where nobody was quicker. */
  problem: ApiProblem | undefined;
  onReload?: (() => void) | undefined;
  /** Nothing is left to be done to the thing. */
  over?: (now: T) => boolean;
  fields: (now: T) => BothSides[];
  onTakeTheirs: () => void;
  onGoOn: () => void;
}

/** What went wrong with a form; when somebody was quicker, both versions field by field and the question which is to stand. */
export function MeanwhileNotice<T>({ meanwhile, problem, onReload, over, fields, onTakeTheirs, onGoOn }: Props<T>) {
  const { now } = meanwhile;
  if (now === undefined) {
    const again = () => {
      if (problem !== undefined) meanwhile.refused(problem);
      onReload?.();
    };
    return <ProblemNotice problem={meanwhile.unread ?? problem} focused onReload={again} />;
  }
  const goOn = () => {
    meanwhile.goOn();
    onGoOn();
  };
  return (
    <Overtaken version={{ held: meanwhile.etag, overtaken: true, goOn }} over={over?.(now) ?? false} onTakeTheirs={onTakeTheirs}>
      {fields(now).map((one) => <Line key={one.label} one={one} />)}
    </Overtaken>
  );
}

function Line({ one: { label, mine, theirs } }: { one: BothSides }) {
  const { t } = useTexts();
  if (blank(mine) && blank(theirs)) return null;
  return (
    <div role="group" aria-label={label} data-testid="both-versions">
      <Text size="sm" fw={600}>{label}</Text>
      <div className={classes['sides']}>
        <Side title={t('conflict.mine')} value={mine} />
        <Side title={t('conflict.theirs')} value={theirs} />
      </div>
    </div>
  );
}

function Side({ title, value }: { title: string; value: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className={classes['side']}>
      <Text size="xs" component="div">{title}</Text>
      <Text size="sm" component="div">{blank(value) ? t('conflict.nothing') : <bdi dir="auto">{value}</bdi>}</Text>
    </div>
  );
}

function blank(value: ReactNode): boolean {
  return value === undefined || value === null || value === false || (typeof value === 'string' && value.trim() === '');
}
