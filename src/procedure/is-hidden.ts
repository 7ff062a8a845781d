import type { Step } from './types.ts';

/** Tells whether a step runs unseen: set-up and clean-up stand on no page. */
export const isHidden = ({ role }: Pick<Step, 'role'>): boolean => role === 'setup' || role === 'cleanup';
