import { describe, expect, it } from 'vitest';
import { languages } from '../../src/model/text.ts';
import { interviewOf } from '../../src/ui/interview.ts';
import { phrases } from '../../src/ui/phrases.ts';
import { plainWords } from '../../src/ui/plain-words.ts';
import { typing } from './plain-script.ts';
import { programBase } from './program-base.ts';

const image = 'ghcr.io/example/shop:2.4.1';

/** The program's own interview of one component, without what it opens with; the image was said where `isKnown`. */
const real = (isKnown = true) => {
  const said = { source: 'flag', application: {}, components: { '': { image } } } as const;
  return interviewOf({ ...programBase(isKnown ? { said } : {}), opening: [] }, { all: false });
};

const written = (components: object, application: object = {}, language = 'en') => ({
  outcome: 'write',
  interview: expect.anything(),
  opened: {},
  answers: { source: 'interview', application, components },
  language,
});

/** The lines that lead from the first question to the review; the image is the only one that nobody else knows. */
const toReview = ['', image, '', '', '', ''];

describe('the plain interview', () => {
  it('writes nothing down where everything is accepted', async () => {
    expect((await typing(...toReview, '').onSmall()).outcome).toEqual(written({ '': { image } }));
  });

  it('announces its commands once, then asks with numbered choices', async () => {
    const { blocks, all } = await typing('').onSmall();
    expect(blocks[0]).toMatchInlineSnapshot(`
      "The questions come line by line: type an answer and press Enter. Enter alone
      takes what is suggested.
      At any question, “?” explains it, “<” goes back, “>” changes to Spanish
      (español), “:review” reads every decision, and “:help” lists all commands.

      Kubernetes or OpenShift? (1 of about 6)
      1. Kubernetes (suggested). It suits every cluster that you reach with kubectl.
      2. OpenShift. It suits Red Hat OpenShift and OKD clusters, which you reach with
         oc.
      Answer, or Enter for “Kubernetes”:"
    `);
    expect(all.split(plainWords.greeting.en.slice(0, 40))).toHaveLength(2);
  });

  it('says what is wrong with a line, and takes the next', async () => {
    const { outcome, blocks } = await typing('', '', 'shop', image, '', '80', '9000', '', '', '').onSmall();
    expect(outcome).toEqual(written({ '': { image, port: 9000 } }));
    expect(blocks[2]).toContain(phrases.needsAnswer.en);
    expect(blocks[3]).toContain('Add the version');
    expect(blocks[6]).toContain('needs root');
  });

  it('says what a number or the beginning of a name was understood as', async () => {
    const { outcome, blocks } = await typing('2', image, 'onc').onSmall();
    expect(outcome.outcome).toBe('left');
    expect(blocks[1]).toMatch(/^Platform: OpenShift\.\n\nWhich image\?/);
    expect(blocks[3]).toMatch(/^Runs: once\.\n/);
    expect((await typing('', image, 'node', ':review').onSmall()).blocks[3]).toMatch(/^Runs: on every node\.\n/);
  });

  it('does not take what could be two things, or is none', async () => {
    const { blocks } = await typing('', image, '9', 'o', 'one', 'back', 'onec').onSmall();
    expect(blocks[3]).toContain('The numbers go from 1 to 4.');
    expect(blocks[4]).toContain('“o” could be once or on every node');
    expect(blocks[5]).toContain('No choice here is called “one”.\nDid you');
    expect(blocks[6]).toContain('Commands begin with a colon: “:back”.');
    expect(blocks[7]).toContain('Did you mean once?');
  });

  it('leads back and offers again what was answered', async () => {
    const { outcome, blocks } = await typing('2', image, '<', '<', '', '', '', '', '', '', '').onSmall();
    expect(outcome).toEqual(written({ '': { image } }, { platform: 'openshift' }));
    expect(blocks[4]).toContain('2. OpenShift (your answer). ');
    expect(blocks[4]).toContain('Answer, or Enter for “OpenShift”:');
    expect(blocks[5]).toContain(`Answer, or Enter for “${image}”:`);
  });

  it('stays at the first question when there is nothing before it', async () => {
    const { blocks } = await typing('<').onSmall();
    expect(blocks[1]).toBe(`${plainWords.atFirst.en}\nAnswer, or Enter for “Kubernetes”:`);
  });

  it('changes the language, and ends in it', async () => {
    const { outcome, blocks } = await typing('>', '>', ':idioma', ...toReview, '').onSmall();
    expect(outcome).toEqual(written({ '': { image } }, {}, 'es'));
    expect(blocks[1]).toContain('¿Kubernetes u OpenShift? (1 de unas 6)');
    expect(blocks[2]).toContain('Kubernetes or OpenShift? (1 of about 6)');
  });

  it.each(languages)('is left by quitting, and by the end of the lines (%s)', async (language) => {
    for (const end of [[':quit'], [':salir'], []]) {
      for (const before of [[], [''], toReview, ['', ':review'], [':find o']]) {
        expect((await typing(...before, ...end).onSmall(language)).outcome).toMatchObject({ outcome: 'left', language });
      }
    }
  });

  it('keeps the answers of an interview that is left', async () => {
    const { outcome } = await typing('2', image, ':quit').onSmall();
    expect(outcome).toMatchObject({
      interview: {
        steps: [
          { id: 'platform', value: 'openshift' },
          { id: 'image', value: image },
        ],
      },
    });
  });
});

describe('lists', () => {
  const toNeeds = ['', image, '', ''];

  it.each(['1', 'cache', 'CACHE', 'cac', '1, 1', ' 1 ,'])('take %j of their choices', async (line) => {
    const { outcome } = await typing(...toNeeds, line, '', '', '', '').onSmall();
    expect(outcome).toMatchObject({ answers: { components: { '': { needs: ['cache'] } } } });
  });

  it.each(['none', 'nothing', 'ninguno', 'nada', ':none', ':ninguno'])('take none by %j', async (line) => {
    const { outcome, blocks } = await typing(...toNeeds, 'cache', '<', line, '', '').onSmall();
    expect(blocks[6]).toContain('1. Cache (chosen). ');
    expect(outcome).toEqual(written({ '': { image } }));
  });

  it('keep what stands by Enter', async () => {
    const { outcome } = await typing(...toNeeds, 'cache', '<', '', '', '', '', '').onSmall();
    expect(outcome).toMatchObject({ answers: { components: { '': { needs: ['cache'] } } } });
  });

  const toTags = ['', '', '', '', image, '', '', ''];

  it('grow by typed items, and lose them again', async () => {
    const { outcome, blocks } = await typing(
      ...toTags,
      'blue',
      'Green',
      'green',
      'red',
      ':remove 2',
      ':quitar',
      'grey',
      '',
      '',
      '',
    ).onSmall('en', true);
    expect(outcome).toEqual(written({ '': { image, tags: ['blue', 'grey'] } }));
    expect(blocks[10]).toContain('"Green" is not accepted');
    expect(blocks[13]).toBe('Removed: green.\n1. blue\n2. red\nNext one, or Enter to end the list:');
    expect(blocks[16]).toMatch(/^Tags: blue, grey\.\n/);
  });

  it('are kept while the person looks elsewhere', async () => {
    const elsewhere = [':review', '', ':find platform', '<', ':yaml', '?', '>', '>', ':find image', `${image}x`];
    const { outcome } = await typing(...toTags, 'blue', ...elsewhere, 'green', '', '', '').onSmall('en', true);
    expect(outcome).toEqual(written({ '': { image: `${image}x`, tags: ['blue', 'green'] } }));
  });

  it('count as they stand when everything else is accepted', async () => {
    expect((await typing(...toTags, 'blue', ':write').onSmall('en', true)).outcome).toEqual(written({ '': { image, tags: ['blue'] } }));
  });

  it('are emptied, and only lists are', async () => {
    const { outcome, blocks } = await typing(
      ...toTags.slice(0, 5),
      ':none',
      ':remove',
      ...toTags.slice(5),
      ':remove',
      'blue',
      ':none',
      '',
      '',
      '',
    ).onSmall('en', true);
    expect(outcome).toEqual(written({ '': { image } }));
    for (const at of [6, 7]) expect(blocks[at]).toContain(plainWords.noList.en);
    expect(blocks[11]).toContain(plainWords.emptyList.en);
  });
});

describe('commands', () => {
  it.each([':help', ':ayuda', ':', ':h', ' :HELP '])('%j lists them all', async (command) => {
    const { blocks } = await typing(command).onSmall();
    for (const word of [':explain', ':back', ':language', ':again', ':find', ':review', ':yaml', ':write', ':remove', ':none', ':quit'])
      expect(blocks[1]).toContain(word);
  });

  it('that nobody knows are no answers', async () => {
    const { blocks } = await typing('', ':wrong').onSmall();
    expect(blocks[2]).toContain('No command is called “:wrong”');
    expect(blocks[2]).toContain('“::wrong”');
  });

  it('explain the question, a choice, and an answer that is not given yet', async () => {
    const { blocks } = await typing('?', '? 2', '? open', '?', '', '', '? port', ':find port', '? 9090', '? x').on(real());
    expect(blocks[1]).toMatchInlineSnapshot(`
      "OpenShift is Red Hat’s Kubernetes: it brings its own router (with Routes instead
      of Ingresses) and chooses the user ID of each pod. If you log in with “oc”, it
      is OpenShift. If you are not sure, choose Kubernetes; you can change it later
      and write the manifests again.
      1. Kubernetes (suggested). It suits every cluster that you reach with kubectl.
      2. OpenShift. It suits Red Hat OpenShift and OKD clusters, which you reach with
         oc.
      Suggested: Kubernetes. It is what most clusters run.
      What changes compared with “OpenShift”:
      ~ Deployment shop-web: + user 10001, + group 10001, + fsGroup 10001 and 1 more
      ~ NetworkPolicy allow-dns: namespace openshift-dns → kube-system, port 5353 → 53
      ~ NetworkPolicy shop-web: namespace openshift-dns → kube-system, port 5353 → 53
      ~ ResourceQuota namespace-quota: - Routes
      In a script: --platform kubernetes
      Answer, or Enter for “Kubernetes”:"
    `);
    expect(blocks[2]).toMatchInlineSnapshot(`
      "2. OpenShift. It suits Red Hat OpenShift and OKD clusters, which you reach with
         oc.
      What changes compared with “Kubernetes”:
      ~ Deployment shop-web: - user, - group, - fsGroup and 1 more
      ~ NetworkPolicy allow-dns: namespace kube-system → openshift-dns, port 53 → 5353
      ~ NetworkPolicy shop-web: namespace kube-system → openshift-dns, port 53 → 5353
      ~ ResourceQuota namespace-quota: + Routes 10
      In a script: --platform openshift
      Answer, or Enter for “Kubernetes”:"
    `);
    expect(blocks[3]).toBe(blocks[2]);
    expect(blocks[9]).toMatchInlineSnapshot(`
      "What changes compared with “8080”:
      ~ Deployment shop-web: port 8080 → 9090
      In a script: --port 9090
      Answer, or Enter for “8080”:"
    `);
    expect(blocks[10]).toContain('not accepted');
  });

  it('explain a list as it has grown so far', async () => {
    const { blocks } = await typing(':find env', 'GREETING=hello', '?', ':yaml').on(real());
    expect(blocks[1]).toContain('One, or Enter for none:');
    expect(blocks[3]).toMatch(
      /What changes compared with “nothing”:\n.*\+ ConfigMap shop-web: holds GREETING\n.*In a script: --env GREETING=hello\n/s,
    );
    expect(blocks[4]).toMatch(/^\+ {3}GREETING: hello$/m);
  });

  it('read the question again', async () => {
    const { blocks } = await typing('', 'x', ':again').onSmall();
    expect(blocks[3]).toBe(blocks[1]);
  });

  it('find a decision by its id, its name in both languages, or a word of its question', async () => {
    for (const word of ['port', 'Port', 'puerto', 'listen', 'PÓRT']) {
      const { blocks } = await typing('', image, `:find ${word}`).onSmall();
      expect(blocks[3]).toContain('Which port does it listen on?');
    }
  });

  it('offer what matches by number, and lead back by Enter', async () => {
    const { blocks } = await typing(':find space', '9', '', ':buscar espacio', '? 1', '1').onSmall();
    expect(blocks[1]).toMatch(/^Several decisions match “space”\.\n1\. Namespace\. /);
    expect(blocks[2]).toMatch(/^The numbers go from 1 to \d\.\n/);
    expect(blocks[3]).toContain('Kubernetes or OpenShift?');
    expect(blocks[5]).toContain('Suggested: ');
    expect(blocks[6]).toContain('In which namespace does it live?');
  });

  it('find nothing where nothing is called so', async () => {
    const { blocks } = await typing(':find', ':find xyzzy').onSmall();
    expect(blocks[1]).toContain(plainWords.findWhat.en);
    expect(blocks[2]).toContain(phrases.nothingFound.en);
  });

  it('show the YAML so far with what the answer changes, and say which values are examples', async () => {
    const { blocks } = await typing(':yaml').on(real(false));
    expect(blocks[1]).toContain('Where you have not answered yet, you see an example: Image\n(ghcr.io/example/shop:2.4.1).');
    expect(blocks[1]).toMatch(/^Lines with “\+” come with “Kubernetes”/m);
    expect(blocks[1]).toMatch(/^ {2}kind: Deployment$/m);
    expect(blocks[1]).toMatch(/^\+ +runAsUser: 10001$/m);
    expect(blocks[1]).toMatch(/^- +namespace: openshift|^- .*openshift/m);
  });

  it('show the YAML on the review too, without marks', async () => {
    const { blocks } = await typing(...Array(9).fill(''), ':yaml').on(real());
    const yaml = blocks.at(-2)?.split('\n') ?? [];
    expect(yaml).toContain('  kind: Deployment');
    expect(yaml.filter((line) => /^[+-] /.test(line))).toEqual([]);
  });

  it('accept everything that is suggested, up to what only the person knows', async () => {
    const { outcome, blocks } = await typing('2', ':write', image, ':escribir').onSmall();
    expect(outcome).toEqual(written({ '': { image } }, { platform: 'openshift' }));
    expect(blocks[2]).toContain(plainWords.onlyYou.en.slice(0, 50));
    expect(blocks[2]).toContain('Which image?');
  });
});

describe('the review', () => {
  it('numbers every decision and gives its reason', async () => {
    const { blocks } = await typing(...toReview).onSmall();
    expect(blocks[6]).toMatchInlineSnapshot(`
      "
      Review: 17 decisions.
      The application
      1. Name: shop. It is the name of the folder.
      2. Platform: Kubernetes. It is what most clusters run.
      3. Version: 1.34. It is the oldest one that still gets fixes: what works there
         also works on later ones.
      4. Namespace: shop. Each application gets a plot of its own.
      5. New namespace: yes. No cluster was read that already has it.
      6. Isolation: only its known callers. Known callers are let in, and a stranger
         in the cluster finds the door shut.
      7. Pod Security: restricted. What this program generates runs without root.
      8. Developers: nobody. You named nobody.
      9. Viewers: nobody. You named nobody.
      web: The program
      10. Image: ghcr.io/example/shop:2.4.1. It is your answer.
      11. Runs: always. Most programs wait for work.
      12. Port: 8080. Most web programs that run without root listen on 8080.
      13. Protocol: HTTP. Most programs with a port speak HTTP.
      14. Component: web. It listens on a port.
      web: connections
      15. Needs: nothing. Most programs need nothing.
      16. Tags: nothing. Nobody tagged it.
      delivery
      17. Delivery: write files. Files can be read.
      A number or a name changes that decision, “? 3” says why decision 3 was taken
      and not another, and Enter goes ahead.
      A number to change it, or Enter to go ahead:"
    `);
  });

  it('changes a decision by number and by name, and reads what is different then', async () => {
    const { outcome, blocks } = await typing(...toReview, 'isolation', 'everyone', ':find port', '9000', '').onSmall();
    expect(outcome).toEqual(written({ '': { image, port: 9000 } }, { isolation: 'open' }));
    expect(blocks[8]).toMatch(
      /^Isolation: everyone\.\n\nThese decisions are different now\..*\n\d+\. Isolation: everyone\. It is your answer\./s,
    );
    expect(blocks[10]).toContain('Port: 9000. It is your answer.');
    expect(blocks[10]).not.toContain('Isolation');
  });

  it('reads everything where decisions come or go, and when it is asked to', async () => {
    const { blocks } = await typing(...toReview, ':again', 'run', 'once', ':repaso').onSmall();
    for (const at of [6, 7, 9, 10]) expect(blocks[at]).toMatch(/^(Runs: once\.\n)?\nReview: \d+ decisions\./);
  });

  it('says why a decision was taken and not another', async () => {
    const { blocks } = await typing(...toReview, '? isolation', '?', '? 99', '? xyzzy').onSmall();
    expect(blocks[7]).toContain('Not “everyone”: ');
    expect(blocks[8]).toContain('says why decision 3 was taken');
    expect(blocks[9]).toContain('The numbers go from 1 to');
    expect(blocks[10]).toContain(phrases.nothingFound.en);
  });

  it('is open in the middle of the interview, leads back, and says what is still missing', async () => {
    const { outcome, blocks } = await typing('', ':review', '', ':repaso', '<', ':review', '1', '', image, '', '', '', '', '').onSmall();
    expect(outcome.outcome).toBe('write');
    expect(blocks[2]).toContain('You will still be asked what only you know: Image.');
    for (const at of [3, 5]) expect(blocks[at]).toContain('Which image?');
    expect(blocks[7]).toContain(`What is the application called?\n${plainWords.editing.en}\n`);
  });

  it('goes back to the last question', async () => {
    const { blocks } = await typing(...toReview, '<').onSmall();
    expect(blocks[7]).toContain('What do you want to do with the manifests?');
  });

  it('tells why it asks again, and what else would do', async () => {
    const script = ['pod-security', 'baseline', 'port', '80', 'pod-security', 'restricted', '8080', ''];
    const { outcome, all } = await typing(...toReview, ...script).onSmall();
    expect(outcome).toEqual(written({ '': { image } }));
    expect(all).toMatch(/^Port 80 needs root/m);
    expect(all).toContain('- Pod Security: baseline (a namespace that allows root). Go there with “:find\n  pod-security”.');
  });
});

describe('what a person types', () => {
  it.each(['a\ufffd[Ab', '\ufffd[D', '\ufffd'])('is not taken where it holds a key that is no letter: %j', async (line) => {
    const { blocks } = await typing(line).onSmall();
    expect(blocks[1]).toContain('such as an arrow');
  });
});
