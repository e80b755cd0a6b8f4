import { Badge, Group, Stack, Text } from '@mantine/core';
import type { CaseDetail } from '../api/types.ts';
import classes from '../casework/casework.module.css';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { Empty, Facts, Panel } from '../ui/panel.tsx';
import { Countdown, DateOnly, Moment } from '../ui/time.tsx';
import { Adding } from './adding.tsx';
import { useMatterQuestion } from './courts.tsx';
import { Further } from './further.tsx';
import { useCodes } from './queries.ts';
import { RecordForm } from './record-form.tsx';
import { orderAgain } from './saved.ts';
import { ORDER_ENDS, ORDER_KINDS, ORDER_MAKERS, type Legal, type Order } from './types.ts';

export function Orders({ detail, legal }: { detail: CaseDetail; legal: Legal }) {
  const { t } = useTexts();
  const kinds = useCodes('legal-order', ORDER_KINDS);
  const makers = useCodes('order-maker', ORDER_MAKERS);
  const matter = useMatterQuestion(legal);
  const list = (orders: Order[]) => (
    <ul className="hifazat-list">
      {orders.map((one) => <OrderItem key={one.id} detail={detail} order={one} kind={kinds.name(one.kind)} maker={makers.name(one.madeBy)} />)}
    </ul>
  );
  return (
    <Panel title={t('orders.title')} testId="orders">
      <Stack gap="md">
        <Adding detail={detail} text={t('orders.record')} testId="record-order">
          {(close) => (
            <RecordForm
              path={`/cases/${detail.id}/orders`}
              questions={[
                { name: 'kind', label: t('orders.kind'), kind: 'select', required: true, options: kinds.options },
                { name: 'section', label: t('orders.section'), kind: 'line', description: t('orders.section-help') },
                { name: 'madeBy', label: t('orders.made-by'), kind: 'select', required: true, options: makers.options },
                { name: 'maker', label: t('orders.maker'), kind: 'line', required: true },
                { name: 'number', label: t('courts.number'), kind: 'line' },
                { name: 'madeAt', label: t('orders.made-at'), kind: 'moment', required: true },
                { name: 'beginsOn', label: t('orders.begins'), kind: 'day', required: true, value: today() },
                { name: 'endsOn', label: t('orders.ends'), kind: 'day', description: t('orders.ends-help') },
                ...matter,
                { name: 'terms', label: t('orders.terms'), kind: 'words' },
              ]}
              submitText={t('orders.save')}
              testId="order-form"
              onClose={close}
            />
          )}
        </Adding>
        {legal.orders.length === 0 ? (
          <Empty text={t('orders.none')} />
        ) : (
          list(legal.orders)
        )}
        <Further<Order> path={`/cases/${detail.id}/orders`} from={legal.next.orders}>{list}</Further>
      </Stack>
    </Panel>
  );
}

function OrderItem({ detail, order, kind, maker }: { detail: CaseDetail; order: Order; kind: string; maker: string }) {
  const { t } = useTexts();
  const ends = useCodes('order-end', ORDER_ENDS);
  const inForce = order.endedAt === undefined;
  return (
    <li className={classes['card']} data-testid="order" data-in-force={inForce}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Text fw={600}>{kind}</Text>
          <Badge variant="light" color={inForce ? 'hifazat' : 'gray'}>{inForce ? t('orders.in-force') : t('orders.ended')}</Badge>
        </Group>
        <Facts
          facts={[
            [t('orders.section'), order.section && t('orders.of-the-act', { section: order.section })],
            [t('orders.made-by'), <span key="m">{maker}{t('list.comma')}<bdi dir="auto">{order.maker}</bdi></span>],
            [t('courts.number'), order.number && <bdi>{order.number}</bdi>],
            [t('orders.made-at'), <Moment key="a" at={order.madeAt} />],
            [t('orders.begins'), <DateOnly key="b" at={order.beginsOn} />],
            [t('orders.ends'), order.endsOn && <DateOnly at={order.endsOn} />],
            [t('orders.ended'), order.endedAt && <Moment at={order.endedAt} />],
            [t('orders.end-reason'), order.endReason && ends.name(order.endReason)],
          ]}
        />
        {inForce && order.endsOn !== undefined && <Text size="sm"><Countdown until={`${order.endsOn}T18:59:59Z`} /></Text>}
        {order.terms !== undefined && <p className={classes['words']} dir="auto">{order.terms}</p>}
        {inForce && (
          <Group gap="sm" align="flex-start">
            <Adding detail={detail} text={t('orders.end')} testId="end-order">
              {(close) => (
                <RecordForm
                  path={`/orders/${order.id}/end`}
                  changing={{ ifMatch: order.etag, readAgain: () => orderAgain(detail.id, order.id) }}
                  questions={[
                    { name: 'reason', label: t('orders.end-reason'), kind: 'select', required: true, options: ends.options },
                    { name: 'happenedAt', label: t('orders.ended'), kind: 'moment', required: true },
                  ]}
                  submitText={t('papers.save')}
                  testId="order-end-form"
                  onClose={close}
                />
              )}
            </Adding>
            <Adding detail={detail} text={t('orders.extend')} testId="extend-order" subtle>
              {(close) => (
                <RecordForm
                  path={`/orders/${order.id}/extension`}
                  changing={{ ifMatch: order.etag, readAgain: () => orderAgain(detail.id, order.id) }}
                  questions={[
                    { name: 'endsOn', label: t('orders.ends'), kind: 'day', required: true },
                    { name: 'happenedAt', label: t('orders.extended-when'), kind: 'moment', required: true },
                  ]}
                  submitText={t('papers.save')}
                  testId="extension-form"
                  onClose={close}
                />
              )}
            </Adding>
          </Group>
        )}
      </Stack>
    </li>
  );
}
