import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { change, read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { FilesForm } from './files-form.tsx';
import type { CatalogueEntry, CatalogueState, CatalogueVersion } from './types.ts';

const COLOUR: Record<CatalogueState, string> = { 'awaiting-wording': 'yellow', draft: 'gray', checked: 'blue', published: 'green', retired: 'gray' };

export function StateBadge({ state }: { state: CatalogueState }) {
  const { label } = useTexts();
  return <Badge variant="light" color={COLOUR[state]} data-testid="instrument-state" data-state={state}>{label('instrument-state', state)}</Badge>;
}

/** The instruments the province works with, and those that are not in use yet or any more. */
export default function CataloguePage() {
  const { t, named, label, language } = useTexts();
  const navigate = useNavigate();
  const entries = useQuery({
    queryKey: ['assessments', 'catalogue'],
    queryFn: async ({ signal }) => (await read<Items<CatalogueEntry>>('assessments', '/catalogue/instruments', signal)).data.items,
  });
  return (
    <Page title={t('nav.catalogue')} lead={t('catalogue.lead')}>
      <Panel title={t('catalogue.instruments')} testId="catalogue">
        <Loaded query={entries} lines={8} empty={{ when: (all) => all.length === 0, text: t('catalogue.none') }}>
          {(all) => (
            <ul className="hifazat-list">
              {[...all].sort((a, b) => named(a.title).localeCompare(named(b.title), language)).map((one) => (
                <li key={`${one.id} ${one.version}`} data-testid="catalogue-entry" data-id={one.id} data-version={one.version}>
                  <Group gap="sm">
                    <Link to={`/catalogue/${one.id}/${one.version}`} className="hifazat-row-link">{named(one.title)}</Link>
                    <Text size="sm" c="dimmed">{label('purpose', one.purpose)}{t('list.comma')}{t('catalogue.version', { version: one.version })}</Text>
                    <StateBadge state={one.state} />
                  </Group>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Panel>
      <Panel title={t('catalogue.upload')}>
        <FilesForm
          text={t('catalogue.upload-send')}
          onSend={async (body) => (await change<CatalogueVersion>('assessments', '/catalogue/instruments', { body })).data}
          onDone={({ entry }) => void navigate(`/catalogue/${entry.id}/${entry.version}`)}
        />
      </Panel>
    </Page>
  );
}
