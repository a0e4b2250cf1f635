import { type Text, text } from '../../model/text.ts';

/** What a container’s exit code means, as the end of a sentence. Shells and the kernel agree on these (POSIX, signal(7): 128 and the signal). */
const meanings: Readonly<Record<number, Text>> = {
  1: text('its program says that something failed (exit code 1)', 'su programa dice que algo ha fallado (código de salida 1)'),
  2: text(
    'its program says that it was called in the wrong way (exit code 2)',
    'su programa dice que se le ha llamado mal (código de salida 2)',
  ),
  126: text('its command may not be executed (exit code 126)', 'su comando no se puede ejecutar (código de salida 126)'),
  127: text('its command is not in the image (exit code 127)', 'su comando no está en la imagen (código de salida 127)'),
  134: text('its program gave up by itself (exit code 134, abort)', 'su programa se ha rendido él mismo (código de salida 134, abort)'),
  137: text('it was killed from outside (exit code 137)', 'lo han parado a la fuerza desde fuera (código de salida 137)'),
  139: text(
    'its program reached for memory that is not its own (exit code 139, segmentation fault)',
    'su programa ha tocado memoria que no es suya (código de salida 139, segmentation fault)',
  ),
  143: text('it was asked to stop, and did (exit code 143)', 'se le ha pedido que pare, y ha parado (código de salida 143)'),
};

export const exitMeaning = (code: number): Text =>
  meanings[code] ?? text(`its program ended with exit code ${code}`, `su programa ha terminado con el código de salida ${code}`);
