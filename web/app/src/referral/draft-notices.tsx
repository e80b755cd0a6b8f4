import { Alert, Button, Group, Text } from '@mantine/core';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import type { Difference } from '../ui/conflict.ts';
import type { Option } from '../ui/fields.tsx';
import type { PacketRule } from './packet-items.tsx';
import { aboutPlace } from './referral-draft.ts';

const LABELS: Record<string, MessageId> = {
  priority: 'refer.priority',
  reasonCode: 'refer.reason',
  partOf: 'refer.part-of',
  addressee: 'refer.addressee',
  addresseeName: 'refer.addressee',
  'packet.requestText': 'packet.request',
  'packet.safeContact': 'child.safe-contact',
  'packet.language': 'child.language',
  'packet.safetyWarnings': 'packet.warnings',
  'packet.attention': 'refer.attention',
  ageBand: 'packet.age-band',
  sex: 'child.sex',
};

interface ConflictProps {
  differences: readonly Difference[];
  rules: readonly PacketRule[];
  options: Record<string, readonly Option[]>;
  onSettled: (takeTheirs: string[]) => void;
}

/** A colleague went on with the same draft: both versions in the words of the form. */
export function DraftConflict({ differences, rules, options, onSettled }: ConflictProps) {
  const { t, named } = useTexts();
  const nameOf = (kind: string) => named(rules.find((rule) => rule.kind === kind)?.name) || kind;
  const labelOf = (place: string) => {
    const about = aboutPlace(place);
    if ('field' in about) return t(LABELS[about.field] ?? 'refer.draft');
    if (about.part === 'because') return `${nameOf(about.kind)}: ${t('items.because')}`;
    if (about.part === 'order') return `${nameOf(about.kind)}: ${t('items.order')}`;
    return nameOf(about.kind);
  };
  const show = (place: string, value: string) => {
    const about = aboutPlace(place);
    if ('field' in about) return options[about.field]?.find((one) => one.value === value)?.label ?? value;
    return about.part === 'unread' ? t('refer.draft-unread-there') : value;
  };
  return <ConflictChoice differences={differences} labelOf={labelOf} show={show} onSettled={onSettled} />;
}

interface NotTheirsProps {
  kinds: readonly string[];
  rules: readonly PacketRule[];
  onTakeOut: (kind: string) => void;
}

/** What is not for whoever has the draft open to pass on: it stays as it is, and who may sends it. */
export function NotTheirs({ kinds, rules, onTakeOut }: NotTheirsProps) {
  const { t, named } = useTexts();
  if (kinds.length === 0) return null;
  return (
    <Alert color="blue" my="md" data-testid="not-theirs">
      <Text size="sm">{t('refer.draft-unread')}</Text>
      <Group mt="xs">
        {kinds.map((kind) => (
          <Button key={kind} type="button" variant="subtle" size="compact-sm" onClick={() => onTakeOut(kind)}>
            {t('items.remove', { item: named(rules.find((rule) => rule.kind === kind)?.name) || kind })}
          </Button>
        ))}
      </Group>
    </Alert>
  );
}
