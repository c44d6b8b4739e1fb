import { clapTheBar } from './scenes/clap-the-bar.ts';
import { fingerstyle } from './scenes/fingerstyle.ts';
import { firstPosition } from './scenes/first-position.ts';
import { fiveNotes } from './scenes/five-notes.ts';
import { longBreath } from './scenes/long-breath.ts';
import { jazzShells } from './scenes/shells.ts';
import { whereIsC } from './scenes/where-is-c.ts';

/** Every clip there is, by the name of its file. */
export const allScenes = {
  'five-notes': fiveNotes,
  'where-is-c': whereIsC,
  'fingerstyle-pima': fingerstyle,
  'first-position': firstPosition,
  'jazz-shells': jazzShells,
  'long-breath': longBreath,
  'clap-the-bar': clapTheBar,
};
