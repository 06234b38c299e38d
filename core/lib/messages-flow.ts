// What is wrong with a diagram, each with the step that is meant.
import type { Text } from './text.ts'

export const flowMessages: Readonly<Record<string, Text>> = {
  'flow.tooBig': { zh: '流程图文件过大', en: 'The diagram is too big' },
  'flow.notBpmn': { zh: '这不是 BPMN 2.0 流程图', en: 'This is not a BPMN 2.0 diagram' },
  'flow.noProcess': { zh: '流程图里没有流程', en: 'There is no process in the diagram' },
  'flow.manyProcesses': { zh: '一张图只能有一个流程；外部参与方请画成泳道', en: 'One process a diagram; draw outside parties as lanes' },
  'flow.notSupported': { zh: '“{step}”（{type}）不能执行，请换成任务、排他网关或并行网关', en: '“{step}” ({type}) cannot be run: use a task, an exclusive or a parallel gateway' },
  'flow.badLimit': { zh: '“{step}”的时限请写成天和小时，如 P2D 或 PT4H', en: 'Write the time limit “{step}” in days and hours: P2D or PT4H' },
  'flow.noStart': { zh: '流程没有开始', en: 'The process has no start' },
  'flow.manyStarts': { zh: '流程只能有一个开始', en: 'The process may have only one start' },
  'flow.noEnd': { zh: '流程没有结束', en: 'The process has no end' },
  'flow.looseArrow': { zh: '连线“{arrow}”没有连到步骤上', en: 'The arrow “{arrow}” is not attached to a step' },
  'flow.unreachable': { zh: '没有连线通向“{step}”', en: 'No arrow leads to “{step}”' },
  'flow.deadEnd': { zh: '从“{step}”走不到结束', en: 'No way leads from “{step}” to an end' },
  'flow.intoStart': { zh: '连线不能回到开始；退回请用“退回”操作', en: 'No arrow may lead back to the start; cases are sent back by the person who decides' },
  'flow.outOfEnd': { zh: '结束之后不能再有连线', en: 'No arrow may leave an end' },
  'flow.manyArrows': { zh: '“{step}”有多条连线，请在后面放一个网关', en: 'Several arrows leave “{step}”: put a gateway behind it' },
  'flow.nobody': { zh: '“{step}”没有指定由谁办理', en: 'Nobody is named for “{step}”' },
  'flow.noAction': { zh: '“{step}”没有指定执行什么', en: 'No action is named for “{step}”' },
  'flow.badMany': { zh: '“{step}”的会签人数应为正整数、all 或 any', en: 'How many decide “{step}”: a whole number, all or any' },
  'flow.noOtherwise': { zh: '“{step}”没有默认连线：条件都不成立时无路可走', en: '“{step}” has no default arrow for when no condition holds' },
  'flow.noCondition': { zh: '“{step}”的连线除默认外都要写条件', en: 'Every arrow out of “{step}” but the default one needs a condition' },
  'flow.badNesting': { zh: '“{step}”处的并行分支没有成对合并', en: 'The parallel branches at “{step}” do not join as they split' },
  'flow.endInBranch': { zh: '“{step}”在并行分支里面，请先合并分支', en: '“{step}” lies inside a parallel branch: join the branches first' },
  'flow.splitAndJoin': { zh: '“{step}”同时合并和分开，请拆成两个网关', en: '“{step}” joins and splits at once: use two gateways' },
  'flow.circle': { zh: '“{step}”所在的循环里没有需要办理的步骤', en: 'The circle at “{step}” has no step for anybody' },
}
