import { Badge } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import { DateOnly } from '../ui/time.tsx';
import { certificateState, type CertificateState, type HeldCertificate } from './queries.ts';

const COLOURS: Record<CertificateState, string> = { current: 'green', soon: 'orange', lapsed: 'red' };

export function CertificateBadge({ certificate }: { certificate: HeldCertificate }) {
  const { label } = useTexts();
  const state = certificateState(certificate);
  return <Badge variant="light" color={COLOURS[state]} data-testid="certificate-state" data-state={state}>{label('certificate-state', state)}</Badge>;
}

/** Level, whether it counts, and until when. */
export function CertificateInBrief({ certificate }: { certificate: HeldCertificate }) {
  const { label } = useTexts();
  return (
    <>
      {label('certificate-level', String(certificate.level))} <CertificateBadge certificate={certificate} /> <DateOnly at={certificate.validTo} />
    </>
  );
}
