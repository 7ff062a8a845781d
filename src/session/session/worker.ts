import { expose } from 'comlink';
import { createPlayer } from './player.ts';

expose(createPlayer());
