import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CaseDetail } from '../api/types.ts';
import type { SharingState } from '../consent/consent-rules.ts';
import type { ConsentStanding } from '../consent/types.ts';
import { useTexts } from '../i18n/text.ts';
import { sharedWith, type Asked } from './asked.ts';
import { useConsentLink } from './consent-link.ts';

interface Props {
  detail: CaseDetail;
  service: Asked;
  state: SharingState;
  basis: ConsentStanding['basis'] | undefined;
  /** As far as it is written. */
  draftId: string | undefined;
  /** Keeps what is written, and says whether that went well, and as which draft. */
  onLeave: () => Promise<{ kept: boolean; id: string | undefined }>;
  overriding: boolean;
  onOverride: (on: boolean) => void;
}

/** Whether this agency may be told anything at all, before anything is written for it. */
export function ConsentState({ detail, service, state, basis, draftId, onLeave, overriding, onOverride }: Props) {
  const { t, named } = useTexts();
  const toConsent = useConsentLink(detail.id);
  const go = useNavigate();
  const leaving = useRef(false);
  // Somebody who has gone elsewhere meanwhile stays there.
  useEffect(() => () => void (leaving.current = false), []);
  const agency = named(service.organization.name);
  if (state === 'given') {
    return (
      <Alert color={basis === 'override' ? 'orange' : 'green'} mb="md" data-testid="consent-state" data-state={state}>
        {basis === 'override' ? t('refer.consent-overridden') : t('refer.consent-given', { agency })}
      </Alert>
    );
  }
  const record = toConsent(sharedWith(service), draftId);
  // Whoever goes at once after the first words has no draft yet to come back to.
  const leave = (event: MouseEvent) => {
    if (draftId !== undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (leaving.current) return;
    leaving.current = true;
    void onLeave().then(({ kept, id }) => {
      const wanted = leaving.current;
      leaving.current = false;
      // What could not be kept stays on the page, which says why.
      if (kept && wanted) void go(toConsent(sharedWith(service), id));
    });
  };
  return (
    <Alert color="yellow" title={t('refer.consent-title')} mb="md" data-testid="consent-state" data-state={state}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {state === 'missing' && t('refer.consent-missing', { agency })}
          {state === 'refused' && t('refer.consent-refused', { agency })}
          {state === 'expired' && t('refer.consent-expired', { agency })}
        </Text>
        <Anchor component={Link} to={record} onClick={leave} className="hifazat-row-link">{t('refer.consent-record')}</Anchor>
        {!overriding && (
          <Button variant="default" onClick={() => onOverride(true)} data-testid="override">{t('refer.override')}</Button>
        )}
      </Stack>
    </Alert>
  );
}
