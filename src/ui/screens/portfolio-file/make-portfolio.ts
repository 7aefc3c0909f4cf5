import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { maxFileBytes } from '../../../core/model/limits.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import type { Text } from '../../languages/use-text.ts';
import { buildPortfolio } from './build-portfolio.ts';
import type { PortfolioOrder } from './build-portfolio.ts';
import { drawPortfolio } from './draw-portfolio.tsx';
import { writePortfolio } from './portfolio-file.ts';
import type { PortfolioFlow } from '../portfolio/use-portfolio.ts';

interface Making {
  readonly wallet: Wallet;
  readonly text: Text;
  readonly signal: AbortSignal;
  /** Credentials that are drawn. */
  readonly progress: (done: number) => void;
}

/** The whole way: one model, drawn once, then for paper or into a file. `send/cancelled` where it was stopped. */
export async function makePortfolio(order: PortfolioOrder, making: Making): Promise<Attempt<PortfolioFlow>> {
  const { wallet, signal, progress } = making;
  const built = await buildPortfolio(wallet, order);
  if (!built.ok) return built;
  const bytes = built.value.files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (bytes > maxFileBytes) return succeed({ kind: 'choosing', problem: 'too-large' });
  const drawn = await drawPortfolio(wallet, built.value.portfolio, signal, progress);
  if (drawn === undefined) return refuse('send/cancelled');
  const way = order.form === 'print' ? 'print' : 'file';
  const { id, portfolio } = built.value;
  const along = [...(order.items.length > 0 ? (['statement'] as const) : []), ...(order.prior.length > 0 ? (['prior-learning'] as const) : []), ...(order.notes.size > 0 ? (['note'] as const) : [])];
  const noteDown = async (): Promise<void> => {
    await (await wallet.documents()).noteExport(order.items, { id, purpose: portfolio.name, statement: portfolio.statement, way, along });
  };
  if (order.form === 'print') return succeed({ kind: 'paper', drawn, noteDown });
  const file = await writePortfolio(built.value, drawn, making);
  return file.ok ? succeed({ kind: 'ready', file: file.value, noteDown }) : file;
}
