# 界面文字（简体中文）。每条一个名称；{ $… } 是填入的数。

## 站点
sample-prefix = 【示例】
sample-mark = 示例数据
sample-notice = 本站为示例，非官方网站；所列数据和分解目标均为虚构，仅用于演示。
sample-short = 示例数据，非真实进展
skip = 跳到主要内容
nav-label = 主导航
nav-overview = 总览
nav-indicators = 指标
nav-departments = 责任单位
nav-regions = 县区、园区
nav-periods = 各期进展
nav-updates = 动态
nav-method = 方法说明
nav-data = 数据
nav-sitemap = 站点地图
breadcrumb-label = 当前位置
languages-label = 语言
size-label = 字号
size-small = 小
size-medium = 中
size-large = 大
contrast = 高对比
print = 打印
footer-sponsor = 主办单位
footer-site-code = 网站标识码
footer-contact = 联系方式
footer-licence = 数据许可
licence-none = 未声明许可
footer-generator = 由 Taizhang（台账）生成
footer-as-of = 数据截至
updated-to = 数据截至{ $date }
draft-notice = 预览：显示的是{ $date }所知的情况，不是已发布的内容。
not-translated = 本段暂无译文
external = （外部链接）

## 数、日期、期
amount = { $value }{ $unit }
amount-regions = { $value }个县区、园区
unit-regions = 个县区、园区
figures-unit = 计量单位：{ $unit }{ $both ->
    [yes] ；各县区、园区：{ $regions }
   *[no] {""}
 }
date = { $year }年{ $month }月{ $day }日
cut = { $month }月底
cut-of-year = { $year }年{ $month }月底
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
month-tick = { $month }月
month-tick-of-year = { $year }年{ $month }月
year-tick = { $year }年
period-of-year = { $year }年{ $part }
period-month = { $month }月
period-quarter-1 = 一季度
period-quarter-2 = 二季度
period-quarter-3 = 三季度
period-quarter-4 = 四季度
period-half-1 = 上半年
period-half-2 = 下半年
period-year = 全年
period-end = { $month }月末
inside-end = { $year }年{ $month }月末
inside-span = { $year }年{ $span ->
    [january] 1月
    [quarter-1] 一季度
    [half-1] 上半年
    [quarter-3] 前三季度
    [year] 全年
   *[months] 1—{ $month }月
 }
inside-quarter-1 = 一季度
inside-quarter-2 = 二季度
inside-quarter-3 = 三季度
inside-quarter-4 = 四季度
inside-half-1 = 上半年
inside-half-2 = 下半年
inside-year = 全年
inside-of-year = { $year }年{ $part }
ytd-january = 1月
ytd-month = 1—{ $month }月
ytd-quarter-1 = 一季度
ytd-quarter-2 = 上半年
ytd-quarter-3 = 前三季度
ytd-quarter-4 = 全年
ytd-half-1 = 上半年
ytd-half-2 = 全年
ytd-year = 全年
span-months = { $year }年{ $month }—{ $to_month }月
span-across = { $year }年{ $month }月—{ $to_year }年{ $to_month }月
short-month = 1—{ $month }月
short-quarter-1 = 一季度
short-quarter-2 = 上半年
short-quarter-3 = 前三季度
short-quarter-4 = 全年
short-half-1 = 上半年
short-half-2 = 全年
short-year = 全年
short-until = 至{ $to_year }年{ $to_month }月
head-count = { $span }累计
head-since = { $year }年以来累计（截至{ $to_year }年{ $to_month }月）
head-mean = { $year }年以来年均（截至{ $to_year }年{ $to_month }月）
head-stock = { $month }月末
head-growth = { $span }同比
head-share = { $span }
head-regions = { $head }，{ $kind ->
    [ceiling] 没有超过控制数
   *[target] 已达到目标
 }的县区、园区数
list-comma = ，
list-pause = 、
sentence-gap = {""}
colon = ：

## 状态
status-done = 已完成全年目标
status-done-level = 达到目标水平
status-done-milestone = 节点全部完成
status-on_track-partial = 部分已完成
status-behind-milestone = 有节点到期未完成
status-missed-partial = 有目标未完成
status-missed_stretch-partial = 有力争目标未达到
status-nearly_met-partial = 有目标基本完成
status-ahead = 超序时进度
status-ahead-level = 高于目标水平
status-on_track = 达到序时进度
status-on_track-level = 达到目标水平
status-slightly_behind = 略低于序时进度
status-slightly_behind-level = 略低于目标水平
status-behind = 低于序时进度
status-behind-level = 低于目标水平
status-far_behind = 明显低于序时进度
status-far_behind-level = 明显低于目标水平
status-ahead-level-lower = 优于目标水平
status-on_track-level-lower = 达到目标水平
status-slightly_behind-level-lower = 略差于目标水平
status-behind-level-lower = 差于目标水平
status-far_behind-level-lower = 明显差于目标水平
status-not_due-level-lower = 未到发布时间
status-ahead-ceiling = 控制进度以内
status-on_track-ceiling = 控制进度以内
status-slightly_behind-ceiling = 略快于控制进度
status-behind-ceiling = 快于控制进度
status-far_behind-ceiling = 明显快于控制进度
status-missed-ceiling = 超控制数
status-met-ceiling = 控制在目标以内
status-not_due = 未到节点
status-not_due-level = 未到发布时间
status-not_due-level-long = 未到评价年度
status-by-hand = { $status }（人工核定）
status-not_due-batch = 待认定
status-not_reported = 本期数据暂缺
status-overdue_report = 逾期未报
status-not_applicable = 不适用
status-not_assessed = 不作评价
status-qualitative = 定性推进
status-met = 完成年度目标
status-nearly_met = 基本完成年度目标
status-missed = 未完成年度目标
status-missed_stretch = 未达到力争目标
status-pending = 待核定
status-done-plan = 已完成计划目标
status-met-plan = 完成计划目标
status-nearly_met-plan = 基本完成计划目标
status-missed-plan = 未完成计划目标
milestone-on_time = 按期完成
milestone-late = 逾期完成
milestone-overdue = 到期未完成
milestone-not_due = 未到节点
standing-above = 达到
standing-below = 未达到
standing-awaiting = 待认定或未到节点
standing-missing = 数据暂缺
standing-other = 不作评价

## 标记
flag-p = 初步数
flag-r = 修订数
flag-e = 估算
flag-b = 口径调整
flag-x = 暂缺
flag-z = 不适用
flag-c = 不予公布
flag-n = 未到节点
derived-sum = 各县区、园区合计
derived-max = 各县区、园区最大值
derived-attained = { $kind ->
    [ceiling] 没有超过控制数
   *[target] 达到目标
 }的县区、园区数
derived-ratio = 由分子、分母计算
revision-source = 修订
revision-correction = 更正
revision-definition = 口径调整
revision-withdrawn = 撤回

## 总览
headline = { $all }个量化目标中，本期可评价{ $assessed }个：{ $above }个达到{ $which_above }，{ $below }个未达到{ $which_below }；待认定或未到节点{ $awaiting }个{ $which_awaiting }，数据暂缺{ $missing }个{ $which_missing }，不作评价{ $other }个{ $which_other }。
headline-of-which = （其中{ $list }）
headline-nearly = 基本完成{ $n }个
headline-by-hand = 人工核定{ $n }个
headline-stretch = 力争目标{ $n }个
fact-period = 数据所属期
fact-published = 发布日期
fact-edition = 期次
fact-next = 下次发布
fact-issuer = 印发单位
fact-issued = 印发日期
fact-number = 文号
fact-checksum = 数据校验值
fact-address = 网址
fact-source = 文件出处
strip-title = 全部量化目标，按进展状态
items-title = { $n }项工作
filter-only = 只看
filter-by-department = 按责任单位
filter-status = 状态
filter-all = 全部
filter-shown = 显示{ $shown }项，共{ $n }项
filter-now = 只显示“{ $word }”的{ $n }项。
filter-clear = 显示全部
document-title = 关于这份计划
attention-title = 需要关注
attention-none = 本期没有未达到要求的目标。
attention-more = 另有{ $n }项，见指标页。
attention-sum = 量化目标{ $n }个未达到{ $others ->
    [0] {""}
   *[other] ，频次、覆盖和是否类目标{ $others }个未达到
 }{ $steps ->
    [0] {""}
   *[other] ，{ $steps }个节点到期未完成
 }。
changes-title = 与上一期相比
changes-since = 与{ $period }（数据截至{ $date }）相比，状态有变化的目标{ $n }个。
changes-none = 状态没有变化。
changes-shown = 其中转为未达到和由未达到转出的：
changes-more = { $n ->
    [0] 变化的原因
   *[other] 另有{ $n }个，全部变化和原因
 }
next-title = 下一步
next-release = 下一期数据计划于{ $date }发布（{ $period }）。
of-below = { $n }项中{ $below }项未达到
of-all-fine = { $n }项目标
others-text = 频次、全覆盖和“是否完成”类要求{ $n }项，单独列示，不计入上面的数目。
item-number = 第{ $n }项

## 事项
item-targets = { $n }项目标：{ $list }。
item-below = { $n }项未达到
item-at-or-above = { $n }项达到
item-awaiting = { $n }项待认定或未到节点
item-missing = { $n }项数据暂缺
item-not-assessed = { $n }项不作评价
item-milestones = 节点{ $n }个：已完成{ $done }个，到期未完成{ $overdue }个。
item-qualitative = 没有数量目标，也没有节点，按工作内容推进。
item-stretch-below = 力争目标{ $n }项未达到。
aside-stretch-below = 力争目标{ $n }项未达到
responsible = 责任单位
responsible-sole = 责任单位
responsible-lead = 牵头单位
responsible-joint = 责任单位（按职责分工）
responsible-support = 配合单位
subjects = 责任主体
section = 所属部分
summary-title = 指标一览
about-title = 这项工作说的是什么
details-title = 逐项看指标
context-title = 背景数据（没有目标，不作评价）
milestones-title = 时间节点
tasks-title = 定性任务
updates-title = 相关动态
revisions-title = 数据修订
downloads-title = 下载
download-json = 本项数据（JSON）
download-csv = 本项数据（CSV）
correct-text = 发现数据有误，请联系：{ $contact }
previous = 上一项
next = 下一项
see-method = 怎么判断的
figures-fold = 逐期数据
noun-asking = { $noun }（{ $lower ->
    [yes] 至多
   *[no] 至少
 }{ $amount }）
region-shares-sum = 分解目标合计{ $sum }，{ $way ->
    [short] 比{ $noun }少{ $difference }
    [within] 在{ $noun }范围以内
    [over] 比{ $noun }多{ $difference }
   *[equal] 与{ $noun }相等
 }。
region-figures-sum = 各县区、园区合计{ $sum }，{ $same ->
    [yes] 与全市数一致
   *[no] 全市数为{ $whole }，相差{ $difference }，评价用全市数
 }。
regions-fold = 县区、园区
why-fold = 为什么是这个状态
phrase-label = 文件表述
ambition-binding = 确保目标
ambition-expected = 计划目标
ambition-stretch = 力争目标
provenance = 数据所属期{ $period }，{ $recorded }填报；来源：{ $source }；{ $nature }
provenance-reporter = 报送单位：{ $name }
provenance-authority = 数据由{ $name }确认
regions-reporter = 各县区、园区
nature-statistics = 统计数据
nature-certified = 认定结果
nature-administrative = 部门报送
nature-self-reported = 企业填报
baseline-label = 基数{ $amount }
next-report = 下次填报：{ $period }，{ $date }前
next-report-cell = { $period }，{ $date }前
batches-label = 认定名单
batch-published = { $date }已公布
batch-published-next = { $date }已公布（{ $in ->
    [none] 尚无涵盖该名单的数据
    [period] 计入{ $period }
   *[next] 计入下一期
 }）
batch-awaited = 待公布（预计{ $period }）
batch-awaited-plain = 待公布
override-mark = 人工核定
counting-rule = 统计口径

## 表头
th-number = 序号
th-item = 事项
th-indicator = 指标
th-unit = 计量单位
th-target = 年度目标（文件表述）
th-target-plan = 计划目标（文件表述）
target-noun-year = 年度目标
target-noun-share = 分解目标
target-noun-plan = 计划目标
th-actual = 实际数
th-completion = 完成率（%）
th-schedule = 序时进度（%）
th-gap = 与序时进度差（百分点，或标“序时”和单位）；与目标差（标单位）
th-gap-points = 与序时进度差（百分点）
th-gap-level = 与目标差（百分点）
th-gap-lower = 与目标差，越小越好（百分点）
th-gap-ceiling = 序时进度减已用比例（百分点）
gap-used = { $way ->
    [more] 快{ $gap }
    [equal] 持平
   *[less] 慢{ $gap }
 }
gap-to-schedule = { $even ->
    [yes] 与序时持平
   *[no] 序时{ $gap }
 }
cell-parts = { $sure ->
    [known] {""}
    [none] 确知
   *[least] 至少
 }{ $kept }/{ $due }期
cell-used = 已用{ $percent }
th-status = 进展状态
th-period = 数据所属期
th-nature = 数据性质与来源
th-note = 备注
note-of-figure = 备注：{ $text }
note-after-mark = { $mark }；{ $text }
th-region = 县区、园区
th-allocation = 分解目标
th-whole = 全市
th-milestone = 时间节点
th-due = 计划完成时间
th-done = 实际完成时间
th-old = 原数
th-new = 修订数
th-kind = 类型
th-reason = 原因
th-date = 日期
th-department = 责任单位
th-items = 事项
th-due-report = 下次填报
th-file = 文件
th-content = 内容
th-flag = 标记
th-meaning = 含义
th-rule = 规则
none = 无
dash = —

## 结论
finding-batch-waiting = 认定名单尚未公布，暂不评价。
finding-list-first = 名单{ $date }公布，{ $in ->
    [none] 尚无涵盖该名单的数据
    [period] 计入{ $period }
   *[next] 计入下一期
 }。
finding-unfinished = { $parts ->
    [yes] 含
   *[no] {""}
 }{ $flag ->
    [e] 估算数
   *[p] 初步数
 }：{ $sentence }
finding-flag = { $reached ->
    [no] 尚未
   *[yes] 已
 }{ $what ->
    [deed] 完成
   *[title] 取得
 }。
figure-flag = { $reached ->
    [no] 尚未
   *[yes] 已
 }{ $what ->
    [deed] 完成
   *[title] 取得
 }
figure-rank = 第{ $value }位
finding-partial = { $head }有{ $reported }个县区、园区填报{ $held ->
    [none] {""}
   *[some] （其中{ $withheld }个不予公布）
 }，应报{ $asked }个，{ $how ->
    [max] 目前最大
   *[sum] 目前合计
 }{ $amount }，{ $decides ->
    [yes] 仅此已可判定
   *[no] 未齐不评价
 }。
finding-part-withheld = 其中不含{ $n }个县区、园区不予公布的数据，仅此已可判定。
amount-net = { $way ->
    [loss] 净减
   *[gain] 净增
 }{ $amount }
finding-sum = { $head }{ $verb ->
    [event] 举办
    [net] {""}
    [stock] {""}
   *[count] 完成
 }{ $amount }{ $share ->
    [no] {""}
   *[yes] ，为{ $noun }的{ $percent }%
 }，{ $lead }{ $short ->
    [yes] （到{ $by }应有{ $expected }，还差{ $difference }）
   *[no] {""}
 }。
finding-loss = { $head }{ $amount }；到{ $by }按序时可{ $expected }，{ $units ->
    [short] { $turn ->
        [gain] 多增
       *[loss] 多减
     }{ $difference }
    [even] 正好持平
   *[over] { $turn ->
        [gain] 少增
       *[loss] 少减
     }{ $difference }
 }（{ $noun }允许{ $limit }）。
finding-loss-end = { $head }{ $amount }，{ $units ->
    [short] 超过{ $noun }允许的{ $limit }，{ $turn ->
        [gain] 多增
       *[loss] 多减
     }{ $difference }
    [even] 正好是{ $noun }允许的{ $limit }
   *[over] 在{ $noun }允许的{ $limit }以内，{ $turn ->
        [gain] 少增
       *[loss] 少减
     }{ $difference }
 }。
finding-loss-gain = { $head }{ $amount }，没有{ $turn ->
    [gain] 净增
   *[loss] 净减
 }（{ $noun }允许{ $limit }）。
finding-loss-none = { $head }{ $amount }，{ $units ->
    [short] 而{ $noun }是
   *[over] 符合{ $noun }：
 }{ $turn ->
    [gain] 不净增
   *[loss] 不净减
 }。
lead = { $side ->
    [below] 比序时进度低{ $gap }个百分点
    [equal] 与序时进度持平
   *[above] 比序时进度高{ $gap }个百分点
 }{ $edge ->
    [allowed] ，在允许的差值以内
    [demanded] ，未达到分档要求的差值
   *[none] {""}
 }
finding-small = { $head }{ $verb ->
    [event] 举办
    [net] {""}
    [stock] {""}
   *[count] 完成
 }{ $amount }{ $share ->
    [no] {""}
   *[yes] ，为{ $noun }的{ $percent }%
 }；到{ $by }应有{ $expected }，{ $units ->
    [short] 还差{ $difference }
    [even] 与序时进度持平
    [idle] 但序时进度已过半，尚无进展
   *[over] 多{ $difference }
 }。
finding-reached = { $head }{ $verb ->
    [event] 举办
    [net] {""}
    [stock] {""}
   *[count] 完成
 }{ $amount }，达到{ $noun }{ $target }{ $units ->
    [over] ，多{ $left }
   *[even] {""}
 }。
finding-to-go = { $head }{ $verb ->
    [event] 举办
    [net] {""}
    [stock] {""}
   *[count] 完成
 }{ $amount }，{ $edge ->
    [yes] 正好是{ $target }
   *[no] 距{ $noun }{ $target }还差{ $left }
 }。
finding-change = 比基数{ $baseline }{ $way ->
    [less] 减少{ $change }
    [equal] 没有变化
   *[more] 增加{ $change }
 }，{ $away ->
    [yes] 与计划方向相反
   *[no] 为计划变化量的{ $percent }%
 }{ $paced ->
    [yes] ，{ $lead }
   *[no] {""}
 }。
finding-ceiling-over = { $head }{ $verb ->
    [occur] 发生
    [event] 举办
    [use] 已用
   *[plain] {""}
 }{ $amount }，{ $edge ->
    [yes] 正好是{ $noun }{ $target }
   *[no] 超过{ $noun }{ $target }，多{ $left }
 }。
finding-ceiling-pace = { $head }{ $verb ->
    [occur] 发生
    [event] 举办
    [use] 已用
   *[plain] {""}
 }{ $amount }，{ $noun }{ $target }按序时折算为{ $expected }，{ $units ->
    [short] 多{ $difference }
    [even] 正好持平
   *[over] 少{ $difference }
 }。
finding-ceiling-none = { $head }{ $verb ->
    [occur] 未发生
    [event] 未举办
    [use] 未使用
   *[plain] 为零
 }，{ $noun }为{ $target }。
finding-ceiling-within = { $head }{ $verb ->
    [occur] 发生
    [event] 举办
    [use] 已用
   *[plain] {""}
 }{ $amount }，没有超过{ $noun }{ $target }。
finding-level = { $head }{ $amount }，{ $units ->
    [short] 距目标{ $target }还差{ $left }
    [even] 达到目标{ $target }
    [edge] 正好是{ $target }
   *[over] 达到目标{ $target }，{ $counted ->
        [yes] 多
       *[no] 高
     }{ $left }
 }。
finding-level-lower = { $head }{ $amount }，{ $units ->
    [short] { $counted ->
        [yes] 超过控制目标（{ $phrase }）{ $left }
       *[no] 高于控制目标（{ $phrase }）{ $left }
     }
    [even] 达到控制目标（{ $phrase }）
    [edge] 正好是{ $target }
   *[over] 在控制目标以内（{ $phrase }），{ $counted ->
        [yes] 少
       *[no] 低
     }{ $left }
 }。
finding-node = { $how ->
    [node] 按节点计划
    [edge] 按节点计划与分档，
   *[pace] 按序时
 }到{ $by }为{ $expected }，{ $units ->
    [short] 差{ $difference }
    [even] 正好持平
    [idle] 但序时进度已过半，尚无进展
   *[over] 好{ $difference }
 }。
finding-growth = { $head }{ $amount }，{ $way ->
    [opposite] 目标是{ $target }
    [equal] 与目标（{ $target }）持平
    [more] 比目标（{ $target }）高{ $left }
    [less] 比目标（{ $target }）低{ $left }
    [falls-more] 比目标（{ $target }）多降{ $left }
   *[falls-less] 比目标（{ $target }）少降{ $left }
 }。
rate-a-year = 年均{ $rate }
rate-of-change = { $way ->
    [more] { $of ->
        [points] 提高
        [fall] 上升
       *[percent] 增长
     }{ $rate }
    [less] { $of ->
        [points] 降低
       *[percent] 下降
     }{ $rate }
   *[equal] 持平
 }
finding-about = { $head }{ $amount }，比{ $target }{ $way ->
    [higher] 高
    [more] 多
    [fewer] 少
    [less] 少
    [falls-less] 少降
    [loses-more] 多减
    [gains-more] 多增
   *[lower] 低
 }{ $left }，在“左右”的容差（{ $tolerance }）以内。
finding-rank = { $head }第{ $value }位，{ $units ->
    [short] 距{ $all ->
        [1] 第1位
       *[other] 前{ $all }位
     }差{ $left }位
   *[over] { $all ->
        [1] 居第1位
       *[other] 在前{ $all }位以内
     }
 }。
finding-coverage = { $all }个县区、园区中{ $value }个已{ $verb ->
    [batch] 认定
   *[other] 达到
 }，{ $left }个尚未{ $verb ->
    [batch] 认定
   *[other] 达到
 }{ $held ->
    [none] {""}
   *[some] ，{ $withheld }个的结果不予公布
 }。
finding-covered = { $attained ->
    [yes] 已
   *[no] 尚未
 }{ $verb ->
    [batch] 认定
   *[other] 达到
 }。
figure-covered = { $attained ->
    [yes] 已
   *[no] 尚未
 }{ $verb ->
    [batch] 认定
   *[other] 达到
 }
finding-each = { $all }个县区、园区中{ $good }个{ $family ->
    [level] 达到目标水平
    [end] 达到目标
    [covered] 已达到
    [ceiling] 在控制进度以内
    [ceiling-end] 在控制数以内
   *[pace] 达到序时进度
 }{ $done ->
    [none] {""}
   *[some] （其中{ $finished }个已完成）
 }{ $falls ->
    [none] {""}
   *[some] ，{ $below }个{ $family ->
        [covered] 尚未达到
        [ceiling] 超出控制进度
        [ceiling-end] 超过
       *[pace] 未达到
     }
 }{ $exceeds ->
    [none] {""}
   *[some] ，{ $over }个已超过控制数
 }{ $absent ->
    [none] {""}
   *[some] ，{ $missing }个数据暂缺
 }{ $waiting ->
    [none] {""}
    [batch] ，{ $awaiting }个待认定
   *[some] ，{ $awaiting }个未到节点
 }{ $unsettled ->
    [none] {""}
   *[some] ，{ $pending }个待核定
 }{ $held ->
    [none] {""}
   *[some] ，{ $withheld }个的结果不予公布
 }。
finding-cadence = { $due }{ $per ->
    [month] 个月中
    [quarter] 个季度中
    [half-year] 个半年中
   *[year] 年中
 }{ $sure ->
    [known] {""}
    [none] 确知
   *[least] 至少
 }{ $kept }{ $per ->
    [month] 个月
    [quarter] 个季度
    [half-year] 个半年
   *[year] 年
 }{ $verb ->
    [event] 已举办
    [within] 没有超过
   *[other] 已达到
 }{ $skips ->
    [none] {""}
   *[some] ，{ $skipped }{ $verb ->
        [event] 未举办
        [within] 超过
       *[other] 未达到
     }
 }{ $gaps ->
    [none] {""}
   *[some] ，{ $unknown }数据不全{ $loses ->
        [none] {""}
       *[some] （其中{ $exact ->
            [yes] 有
           *[no] 至少有
         }{ $lost }期{ $verb ->
            [event] 未举办
            [within] 超过
           *[other] 未达到
         }）
     }
 }。
finding-cadence-none = { $head }{ $amount }，还没有到期的一期。
finding-batch = 已认定{ $amount }，{ $units ->
    [short] 距目标{ $target }还差{ $left }
    [even] 达到目标{ $target }
    [edge] 正好是{ $target }
   *[over] 达到目标{ $target }，多{ $left }
 }。
finding-each-withheld = { $withheld }个县区、园区的结果不予公布。
finding-list-newer = 名单{ $date }公布，{ $in ->
    [none] 尚无涵盖该名单的数据；此前
    [period] 计入{ $period }；上一期
   *[next] 计入下一期；上一期
 }已认定{ $amount }。
finding-range = { $end ->
    [beyond] 超过{ $range }的上限
    [upper] 达到{ $range }的上限
    [between] 达到{ $range }的下限，在上限以内
   *[lower] 达到{ $range }的下限
 }。
finding-strict = 目标要求{ $lower ->
    [yes] 低于
   *[no] 超过
 }{ $target }，持平不算达到。
finding-strict-whole = 目标为“{ $phrase }”，即{ $lower ->
    [yes] 至多
   *[no] 至少
 }{ $target }。
finding-withheld = { $head }的结果不予公布。
finding-withheld-part = { $head }{ $how ->
    [max] 不公布最大值
   *[sum] 不公布合计
 }：{ $n }个县区、园区的数据不予公布。
noun-ceiling = { $span ->
    [year] 全年控制数
   *[plan] 控制数
 }
points = { $value }个百分点
points-per-mille = { $value }个千分点
places = { $value }位
finding-missing = 本期数据暂缺。
finding-missing-since = 本期数据暂缺，最近一期为{ $period }。
finding-older = 其中{ $n }个县区、园区的最近数据早于{ $period }。
finding-each-waiting = { $all }个县区、园区中{ $reached }个{ $kind ->
    [ceiling] 没有超过控制数
   *[target] 达到目标要求
 }，尚未到评价时点。
finding-not-due = 未到节点，暂无数据。
finding-not-due-over = 计划期已结束，尚无数据。
finding-no-figure = 暂无数据。
finding-not-begun = 本计划尚未开始填报。
finding-not-applicable = 本期不适用。
finding-no-share = 没有分解到本地区的任务，不适用。
finding-context = { $head }{ $amount }。
finding-exempt = 不作评价：{ $reason }
margin-pace-over = 比{ $by }的序时要求多{ $amount }。

## 理由
reason-linear = 序时进度按月均匀计算，{ $period }为{ $schedule }%；{ $basis ->
    [change] 已完成计划变化量的
    [ceiling] 已用控制数的
    [loss] 实际相当于目标的
   *[target] 完成率
 }{ $percent }%{ $has_gap ->
    [yes] ，差值{ $gap }个百分点
   *[no] {""}
 }。
reason-expected = 按节点计划，{ $period }{ $basis ->
    [ceiling] 可到
    [loss] 可
   *[target] 应为
 }{ $expected }（{ $basis ->
    [nodes] 相当于目标的
   *[target] {""}
 }{ $schedule }%）；{ $basis ->
    [change] 已完成计划变化量的
    [ceiling] 已用控制数的
    [nodes] 实际相当于目标的
    [loss] 实际相当于目标的
   *[target] 完成率
 }{ $percent }%{ $has_gap ->
    [yes] ，差值{ $gap }个百分点
   *[no] {""}
 }。
reason-before-node = 节点计划的第一个节点在{ $first }，在此之前不与进度比较{ $done ->
    [yes] ，达到目标即为完成
   *[no] {""}
 }。
reason-no-part = 还没有到期的一期。
reason-batch = { $done ->
    [yes] 已认定的数达到目标，即为完成，不再等其余名单。
    [out] 名单已全部公布，尚无涵盖最后一批名单的数据；有了即下结论，此前为“待认定”。
    [over] 名单已全部公布，计划期满三个月仍无涵盖最后一批名单的数据，为“待核定”。
   *[no] 由主管部门的名单认定：名单公布前为“待认定”，公布后才计数；最后一批公布后即下结论。
 }
reason-flag = { $what ->
    [deed] 做到即为完成；节点计划要求到期做到。
   *[title] 取得即为完成；节点计划要求到期取得。
 }
reason-provisional = 这是{ $flag ->
    [e] 估算数
   *[p] 初步数
 }，不据以判定完成或超过。
reason-level = 水平类指标直接与{ $noun }（{ $phrase }）比较，不套用序时进度{ $long ->
    [yes] ；多年计划的水平在最后一年评价
   *[no] {""}
 }。
reason-ceiling-zero = 控制数为零：没有发生为“{ $w_on_track }”，一旦发生即为“{ $w_missed }”。
reason-every-region = { $decider ->
    [end] 计划期满，按各县区、园区的目标本身判定：全部达到为“{ $w_met }”{ $about ->
        [yes] （有在“左右”的容差以内的为“{ $w_nearly }”）
       *[no] {""}
     }，有一个未达到，全市即为“{ $w_missed }”，结果未齐的为“{ $w_open }”；不适用的不计入。
    [lists] 按各县区、园区的认定结果判断：全部达到为“{ $w_met }”{ $about ->
        [yes] （有在“左右”的容差以内的为“{ $w_nearly }”）
       *[no] {""}
     }，有一个最终未达到，全市即为“{ $w_missed }”，结果未齐的为“{ $w_open }”；不适用的不计入。
   *[schedule] 按{ $family ->
        [level] 达到目标水平
        [level-lower] 达到目标水平
        [ceiling] 在控制进度以内
       *[pace] 达到序时进度
     }的县区、园区所占比例判断：全部达到为“{ $w_on_track }”{ $family ->
        [ceiling] {""}
       *[pace] （全部更好为“{ $w_ahead }”）
     }，不低于{ $most_regions }%为“{ $w_slightly }”，不低于{ $half_of_regions }%为“{ $w_behind }”，再低为“{ $w_far }”；有一个最终未达到，全市即为“{ $w_missed }”；未到节点、不作评价和不适用的不计入。
 }
reason-cadence = { $decider ->
    [end] 计划期满，按目标本身判定：应有{ $parts }期，漏1期即为“{ $w_missed }”；漏掉的一期不能由其他期补上。
   *[schedule] 按期逐一判断：到{ $period }应有{ $parts }期，漏1期为“{ $w_slightly }”，漏得更多为“{ $w_behind }”；漏掉的一期不能由其他期补上。
 }
reason-gaps = 数据暂缺的按未达到计；补齐后可能达到要求的，暂不评价。
reason-small-number = 目标不足20，按整数比较：{ $period }{ $basis ->
    [ceiling] 按序时折算为
    [loss] 可
   *[target] { $lower ->
        [yes] 应不超过
       *[no] 应有
     }
 }{ $expected }。
reason-year-end = { $when ->
    [over] 计划期满，按目标本身判定。
    [no-start] 没有本地区的基数，计划期内不评价；期满按目标判定。
    [once-reached] 计划期内不评价，达到即为完成；期满按目标判定。
    [once-exceeded] 计划期内不评价，超过控制数即为“{ $w_missed }”；期满按目标判定。
   *[end] 计划期内不评价；期满按目标判定。
 }
reason-exceeded = 控制数按累计判断：已超过，计划期内不能回到控制数以内。
reason-withheld = 数据不予公布，本期不作评价。
reason-overdue = { $period }的数据应在{ $date }前报来，{ $some ->
    [yes] { $n }个县区、园区的
   *[no] {""}
 }尚未收到{ $known ->
    [yes] ；以下是最近一期的判断
   *[no] {""}
 }。
reason-report = { $code ->
    [not_due] 这一期还不需要报送，不作评价。
    [over] 计划期已结束，尚无数据，不作评价；满三个月仍无数据的，为“本期数据暂缺”。
   *[other] 应报而未见的数据不作零处理，也不评价。
 }
reason-not-applicable = 本期没有可以计算的对象，不是零。
reason-no-share = 分解目标为零，不作评价。
reason-exempt = 只列数据，不作评价。
reason-no-target = 背景数据，没有目标。
reason-not-begun = 还没有任何填报数。
reason-override = { $author }于{ $date }人工核定，理由：{ $reason }。按规则计算的结果是：{ $computed }。
thresholds-points = 差值（{ $difference ->
    [change] 计划变化量完成率减序时进度
    [ceiling] 序时进度减已用比例
    [level] 实际减目标
    [level-lower] 实际减目标
    [nodes] 实际相当于目标的比例减节点相当于目标的比例
    [nodes-lower] 节点相当于目标的比例减实际相当于目标的比例
    [loss] 序时进度减实际相当于目标的比例
   *[target] 完成率减序时进度
 }）{ $same ->
    [yes] {""}
   *[no] { $turned ->
        [yes] 不高于
       *[no] 不低于
     }{ $ahead }个{ $points ->
        [mille] 千分点
       *[cent] 百分点
     }为“{ $w_ahead }”，
 }{ $turned ->
    [yes] 不高于
   *[no] 不低于
 }{ $on_track }个{ $points ->
    [mille] 千分点
   *[cent] 百分点
 }为“{ $w_on_track }”，{ $turned ->
    [yes] 不高于{ $slightly }为“{ $w_slightly }”，不高于{ $behind }为“{ $w_behind }”，再高为“{ $w_far }”
   *[no] 不低于{ $slightly }为“{ $w_slightly }”，不低于{ $behind }为“{ $w_behind }”，再低为“{ $w_far }”
 }{ $tail ->
    [about] ；在“左右”的容差以内为“{ $w_on_track }”
    [attained] ；没有达到目标的，至多为“{ $w_slightly }”，达到的至少为“{ $w_on_track }”
    [rounded] ；不超过按序时折算的整数（向上取整）为“{ $w_on_track }”
   *[none] {""}
 }。
thresholds-percent = 差值（实际减目标）占目标的百分比{ $turned ->
    [yes] 不高于{ $ahead }为“{ $w_ahead }”，不高于{ $on_track }为“{ $w_on_track }”，不高于{ $slightly }为“{ $w_slightly }”，不高于{ $behind }为“{ $w_behind }”，再高为“{ $w_far }”
   *[no] 不低于{ $ahead }为“{ $w_ahead }”，不低于{ $on_track }为“{ $w_on_track }”，不低于{ $slightly }为“{ $w_slightly }”，不低于{ $behind }为“{ $w_behind }”，再低为“{ $w_far }”
 }{ $tail ->
    [about] ；在“左右”的容差以内为“{ $w_on_track }”
   *[attained] ；没有达到目标的，至多为“{ $w_slightly }”
 }。
thresholds-units-ceiling = 不超过折算数为“{ $w_on_track }”，多{ $one }为“{ $w_slightly }”，多得更多为“{ $w_behind }”，超过控制数为“{ $w_missed }”。
thresholds-units = { $side ->
    [over] 超
   *[short] 差
 }{ $one }为“{ $w_slightly }”，{ $side ->
    [over] 超
   *[short] 差
 }得更多为“{ $w_behind }”，不判“{ $w_far }”；{ $lead ->
    [level] 优于目标不少于目标数的{ $ahead }%
   *[pace] 不{ $side ->
        [over] 超
       *[short] 差
     }且领先不少于{ $ahead }个百分点
 }为“{ $w_ahead }”{ $idle ->
    [yes] ；序时进度过半而没有进展的，至多为“{ $w_slightly }”
   *[no] {""}
 }。
thresholds-places = 差1位为“{ $w_slightly }”，差2—3位为“{ $w_behind }”，差得更多为“{ $w_far }”；高出1位及以上为“{ $w_ahead }”。
thresholds-attainment = 目标为零，不按百分比分档，只看是否达到。
thresholds-covered = 只看是否达到，不分档。

## 图
chart-bullet-title = { $name }：{ $status }
chart-bullet-desc = { $finding }
chart-trend-title = { $name }逐期走势
chart-trend-desc = { $finding }共{ $n }期数据，自{ $first }至{ $last }。
chart-regions-title = { $name }，按县区、园区
chart-parts-title = { $name }：各县区、园区合成全市数
chart-total = 合计
chart-leads-to = 推算 { $amount }
chart-source = 来源：{ $source }；数据所属期：{ $period }
chart-file = 图（SVG）
trend-compared = { $way ->
    [equal] 与{ $period }持平。
    [fewer] 比{ $period }少{ $difference }。
    [less] 比{ $period }少{ $difference }。
    [more] 比{ $period }多{ $difference }。
    [lower] 比{ $period }低{ $difference }。
    [falls-more] 比{ $period }多降{ $difference }。
    [falls-less] 比{ $period }少降{ $difference }。
    [places-up] 比{ $period }前进{ $difference }。
    [places-down] 比{ $period }后退{ $difference }。
   *[higher] 比{ $period }高{ $difference }。
 }
trend-net = { $way ->
    [larger] { $turn ->
        [loss] 净减数
       *[gain] 净增数
     }比{ $period }多{ $difference }。
    [smaller] { $turn ->
        [loss] 净减数
       *[gain] 净增数
     }比{ $period }少{ $difference }。
   *[then] { $period }为{ $then }。
 }
trend-flag = { $way ->
    [done] { $period }尚未完成，现已完成。
    [undone] { $period }已完成，现为尚未完成。
   *[same] 与{ $period }相同。
 }
trend-withheld = 有的县区、园区的结果不予公布，与{ $period }不可比。
trend-break = 口径有变化，与{ $period }不可比。
trend-leads-to = 按到{ $by }的平均速度推算，{ $span ->
    [year] 全年
   *[plan] 到计划期末
 }约{ $net ->
    [loss] 净减
    [gain] 净增
   *[none] {""}
 }{ $amount }，{ $end ->
    [enough] 够得上目标
    [near] 在“左右”的容差以内
    [within] 不会超过控制数
    [over] 将超过控制数
   *[short] 够不上目标
 }；推算不参与评价。
regions-reported = { $n }个县区、园区中，{ $reported }个有数，按官方顺序排列，不排名。
regions-stand = { $n }个有本地区目标的县区、园区中，达到要求的{ $above }个，未达到的{ $below }个{ $rest ->
    [0] {""}
   *[other] ，其余{ $rest }个未评价
 }；按官方顺序排列，不排名。
parts-add-up = { $head }，{ $n }个县区、园区合计{ $amount }{ $has_target ->
    [yes] ，为{ $noun }的{ $percent }%。
   *[no] 。
 }
editions-strip = 历次发布中的状态
editions-whole-item = 本事项
editions-table = 逐期状态
since-edition = { $same ->
    [yes] 上一期（{ $period }，数据截至{ $date }）也是“{ $before }”。
   *[no] 上一期（{ $period }，数据截至{ $date }）是“{ $before }”，这一期是“{ $after }”。
 }
since-moved = 与上一期相比状态有变化的目标
chart-pace = 序时
chart-expected = 节点计划
chart-target = 目标 { $phrase }
chart-schedule-now = 序时 { $amount }
cell-incomplete = 未齐
chart-missing = 暂缺
chart-allocation = 分解目标
chart-bullet-label = { $value } / { $amount }{ $basis ->
    [change] {""}
    [ceiling] {" "}· 已用{ $percent }%
   *[target] {" "}· { $percent }%
 }

## 其他页
indicators-title = 全部指标
indicators-intro = 计划中的每一个数量目标、频次要求和背景数据，按事项排列。
departments-title = 责任单位
departments-intro = 名称以计划印发时为准；并列单位按职责分工，次序没有先后之分。
department-items = 承担的事项
department-reports = 由本单位报送的指标
department-with = 共同负责
department-aliases = 其他名称：{ $names }
department-none = 本计划中没有由该单位报送的指标。
department-has = 承担{ $n }项工作{ $leads ->
    [0] {""}
   *[other] ，其中牵头{ $leads }项
 }。
department-reports-n = 报送{ $n }个指标，其中有目标的：{ $list }。
due-title = 接下来要办的
due-none = 此后没有新的报送安排。
due-none-region = 本地区没有要自行填报的数据。
due-report = 填报{ $period }数据
behind-title = 未达到要求的
behind-more = 这里列出低于最多的，另有 { $n } 项见下面的列表。
and-more = 另有 { $n } 项
leaf-label = 翻页
leaf-of = 第 { $n } 页，共 { $all } 页
leaf-number = 第 { $n } 页
leaf-title = { $title }（第 { $n } 页）
leaf-previous = 上一页
leaf-next = 下一页
behind-none = 没有未达到要求的。
regions-title = 县区、园区
regions-intro = 按官方顺序排列，不排名。只有有分解目标或逐区目标的指标才有状态；分解目标为示例。
regions-intro-plain = 按官方顺序排列，不排名。只有有分解目标或逐区目标的指标才有状态。
region-intro = { $n }个指标涉及该地区，其中{ $judged }个有本地区目标。
region-stands = 有本地区目标的指标：{ $list }。
region-judged = 有本地区目标的指标
region-shown = 只列数据的指标
region-matrix = 各指标在各县区、园区的进展状态
region-matrix-text = 行是指标，列按官方顺序；没有本地区目标的不评价，以“—”表示。
region-list = 名单
region-none = 本计划没有公布分地区数据。
region-figures-hidden = 分地区只公布状态，不公布数值。
kind-district = 区
kind-county = 县
kind-park = 园区
kind-city = 市本级
kind-bureau = 市直部门
kind-office = 办公室
kind-branch = 驻市机构
kind-collective = 多个单位的统称
kind-centre = 中心
periods-title = 各期进展
periods-intro = 各期为现在所知的该期情况；后来的修订已计入。
period-page-title = { $title }{ $period }进展情况
period-page-title-year = { $title }{ $period }完成情况
period-section-overall = 一、总体进展
period-section-areas = 二、分领域进展
period-section-regions = 三、县区、园区进展
period-section-problems = 四、存在问题
period-section-next = 五、下一步安排
period-section-annex = 附：数据表、数据说明、修订说明
period-section-stands = { $n }项要求：{ $list }。
period-known = { $newest ->
    [yes] 以下为截至{ $date }所知的该期数据。
   *[no] 以下数据为截至{ $date }所知；应报应办的事项和目标以该期期末为准。
 }
period-problems-none = 该期没有未达到要求的目标。
period-next-text = { $newest ->
    [yes] 各期数据按报送时限更新，见各指标的下次填报时间。
    [none] 该期期末（{ $date }）起没有应报应办的事项。
   *[no] 以下为该期期末（{ $date }）起应报应办的事项。
 }
period-row-overdue = 缺{ $period }的数据{ $published ->
    [yes] ，应在{ $date }前报来
   *[no] {""}
 }
period-revisions-none = 该期数据没有修订。
period-none = 还没有数据。
updates-page-title = 动态
updates-intro = 新闻、调度和文件，按日期排列，最近的在前。
updates-feed = 订阅动态和各期发布（Atom）
updates-none = 还没有动态。
update-news = 动态
update-review = 调度
update-document = 文件
update-about = 涉及事项
update-evidence = 佐证
method-small-text = 整数个的目标不足{ $limit }的，按个数比较：应完成数取整（控制数的可用数向上取整），少1个为“略低于”，少得更多为“低于”，不判“明显低于”；序时进度过半而没有进展的，至多为“略低于”。“超35个”这样的整数目标，就是至少36个。
method-name-linear = 均匀
method-name-expected = 节点计划
method-name-batch = 批次认定
method-name-level = 水平
method-name-cadence = 频次
method-name-none = 年末判断
method-linear = 序时进度τ＝数据所属期已过的月数÷计划的总月数，由数据自己的所属期决定，与发布日期无关。只用于数量大、均匀发生的事项。
method-expected = 单位事先列出各节点应完成数，τ＝最近一个已到节点的应完成数÷目标；第一个节点前为“未到节点”。控制数按下一个节点的数计。
method-batch = 由主管部门名单决定：名单没有全部公布时为“待认定”，不论多晚；累计数达到目标即为完成，全覆盖目标中已认定的县区、园区也是；数据所属期覆盖最后一批名单后即下结论。计划期满三个月后名单仍未公布，或者仍无覆盖名单的数据的，写“待核定”。申报和公示不是结果。
method-level = 直接与目标比较，不套用序时进度；期内不会“已完成”，因为水平可能回落。越低越好的，写“优于、达到、差于目标水平”。
method-cadence = 按月、按季逐期判断：漏一期为“略低于”，漏得更多为“低于”，漏掉的不能由其他期补上；数据不全的期按最好和最坏两种情况判断，结论不一致时写“暂缺”。
method-none = 期内达到即为完成，否则期满时按目标判定。
method-formulas-title = 算式
method-completion = 完成率 p ＝ 实际 A ÷ 目标 T。
method-completion-baseline = 有基数 B 的目标：p ＝（A − B）÷（T − B），是计划变化量的份额；基数已达到目标的，改按水平比较。
method-completion-falling = 有基数 B 的下降目标算式相同；背离计划方向时 p 为负。
method-completion-ceiling = 累计数的控制目标：p ＝ A ÷ T 是已用去的份额，差 ＝ τ − p；整数个的，到期可用数为 T·τ 向上取整；超过控制数（“左右”的容差除外）当即为未完成，因为用去的不能收回。
method-completion-each = 逐区目标：各县区、园区与自己的目标比较；达到要求的不低于{ $most_regions }%为“略低于”，不低于{ $half_of_regions }%为“低于”，再少为“明显低于”；未到节点、不作评价、不适用的不计入。
method-gap = 差 ＝（p − τ）× 100，单位是百分点；控制数的差反过来计，用得快为负；不足20的整数标“序时”，差 ＝ A − 到期应有数（控制数为到期可用数）；水平类指标的差 ＝ A − T，用指标自己的单位或百分点，越低越好的，小于零才是好。
method-exact = 全部用十进制数精确计算，比较时不四舍五入，只在显示时四舍五入。
method-name-at-least = 以上、不少于、达到，或只写一个数
method-name-more-than = 超、突破、大于
method-name-at-most = 以内、不超过、不高于
method-name-less-than = 低于、不满、不足
method-name-range = 3—5 这样的区间
method-name-approx = 左右、约
method-name-coverage = 全覆盖
method-name-rank = 前几位
method-name-flag = 没有数字的争创
method-at-least = A ≥ T，含本数
method-more-than = A ＞ T，持平不算达到
method-at-most = A ≤ T，含本数
method-less-than = A ＜ T，不含本数
method-range = 越多越好的，A 达到下限即为完成；越少越好的，不超过上限即为完成
method-approx = A 达到 T 为完成；在容差以内，期内视为达到目标水平，期末为“基本完成”；好的一侧从不算未完成
method-coverage = 全部都达到
method-rank = 名次达到目标；差1位为“略差于”，差2至3位为“差于”，再多为“明显差于”
method-flag = 取得或没有取得，以文件为证
method-tolerance-title = “左右”容许差多少
method-tolerance-text = 只在不达到的一侧：比率0.5个百分点，金额和比值5%，个数不足5个的不允许差，其余为5%取整且至少1个。
th-tolerance = 容差
th-least = 期末放行到
th-count = 适用的目标数
th-example = 例
th-test = 怎样算达到
method-stretch = “力争、争取、争创”等字样的目标另计为力争目标：有数值的{ $n }项，没有的{ $others }项；没有达到的写“未达到力争目标”。
method-regions-title = 县区、园区
method-regions-sum = 全市数由各县区、园区相加时，必须每一个都有数（不适用的除外）；没有报齐时只写“几个已报、目前合计”，不评价，沿用最近一期完整的数。
method-regions-rates = 增速和占比从不相加或平均；占比的全市数由分子合计除以分母合计得到。
method-regions-included = 属于另一个县区的园区只列出，不重复相加，也不重复计数。
method-regions-each = 逐区目标各自与自己的数比较，全市写“几个中几个达到”。
method-regions-shares = 有分解目标的县区、园区按自己的分解目标评价，规则与全市相同（“超”“低于”只对全市的数，分解目标含本数）；分解目标之和与总目标不一定相等，短、平、超都照实写出。
method-regions-order = 县区、园区一律按官方顺序排列，不排名。
method-reports-title = 什么时候算暂缺
method-reports-text = 一期结束后，在约定的天数内报来都不算晚；过了期限还没有数，公开页面写“本期数据暂缺”，最近一次的状态列在旁边。已完成的目标不因迟报而改变。
method-override-title = 人工核定
method-override-text = 个别状态可以由主管单位就某一期人工核定，须写明所属期、单位、日期和理由；按规则计算的结果同时列出；此后有更新的数据即失效。
worked-completion = 完成率 p ＝ { $actual } ÷ { $target } ＝ { $percent }%。
worked-schedule = 序时进度 τ ＝ { $gone } ÷ { $months } ＝ { $schedule }%。
worked-gap = 差 ＝ { $percent } − { $schedule } ＝ { $gap } 个百分点（先按未舍入的数相减，再四舍五入显示）。
worked-status = 所以状态是“{ $status }”；序时要求 { $target } × { $gone } ÷ { $months }{ $whole ->
    [yes] ，取整
   *[no] {""}
 }为 { $needed }。
method-title = 方法说明
data-title = 数据
data-intro = 页面上的每一个数都在下列文件里；数值为精确小数，未经四舍五入。
data-cite = 引用
data-flags = 标记
data-plan-json = 全部内容：计划、目标、进展、状态及理由
data-observations = 现行有效的填报数
data-observations-excel = 同上，可在 Excel 中直接打开
data-revisions = 被替换的填报数及原因
data-allocations = 目标分解
data-indicators = 指标、目标、节点和判断规则
data-items = 事项
data-checksums = 以上文件的 SHA-256 校验值
sitemap-title = 站点地图
not-found-title = 没有找到这个页面
not-found-text = 地址可能有误，或者内容已经移动。
not-found-home = 回到首页

## 方法说明
method-intro = 本页由判断进展所用的同一套规则和设置生成。哪些指标怎样计数、按什么节点、由谁报送，计划文件没有规定，是本站的建议做法，可由主管单位调整。
method-bands-title = 与序时进度比较
method-bands-text = 完成率减去序时进度，得到差值（百分点），按下表分档；下限包含在内，比较时不四舍五入。
method-level-title = 越高越好的水平
method-level-text = 增速、占比和存量直接与目标比较，不套用序时进度：差值是实际减目标，存量按差值占目标的百分比分档。期内最好的状态是达到或高于目标水平，不会是“已完成”，因为水平可能回落。多年计划的水平和全计划期的增速（累计、比计划期前一年）在最后一年评价；逐年的增速每年评价。
method-lower-title = 越低越好的水平
method-lower-text = 失业率、浓度、下降目标等：差值同样是实际减目标，越小越好；真正达到目标表述的才是“达到”。
method-ceiling-title = 累计数的控制数
method-ceiling-text = 事故、死亡、用地、新增债务等：A 是已经发生或用去的数，按序时折算的可用数整数个的向上取整；不超过折算数为“控制进度以内”，超过控制数即为“超控制数”。控制数为零的，没有发生为“控制进度以内”。
method-kinds-title = 每一类目标会怎样写
method-kinds-text = 下表的数是虚构的，句子和状态由本站判断真实数据的同一套程序生成。
th-position-above = 期内，好于要求
th-position-on = 期内，正好
th-position-below = 期内，差于要求
th-position-attained = 期末，达到
th-position-missed = 期末，未达到
kind-name-sum = 累计要达到的数
kind-name-sum-small = 不足20的整数
kind-name-sum-strict = “超”“突破”
kind-name-sum-range = 区间
kind-name-sum-ceiling = 累计的控制数
kind-name-sum-ceiling-zero = 零控制
kind-name-sum-nodes = 按节点的累计数
kind-name-stock-falling = 要降下来的存量
kind-name-level-nodes = 按节点下降的水平
kind-name-level = 要达到的水平
kind-name-stock = 有基数的存量
kind-name-level-ceiling = 要守住的水平
kind-name-level-strict = “低于”“不满”
kind-name-about = 左右
kind-name-growth = 增长
kind-name-decline = 下降
kind-name-rank = 位次
kind-name-cadence = 频次
kind-name-flag = 取得与否
kind-name-each-region = 逐区目标
kind-name-coverage = 全覆盖
tolerance-edge = { $way ->
    [lower] 不高于{ $edge }
   *[higher] 不低于{ $edge }
 }
method-schedule-title = 序时进度怎样计算
method-small-title = 数目很小的目标
method-phrases-title = 目标表述怎样理解
method-missing-title = 暂缺不是零
method-missing-text = 没有报送的数据显示为“暂缺”，不当作零，也不参与评价。县区、园区没有报齐时，合计不评价，沿用最近一期完整的数。增速和占比从不相加或平均。
method-rollup-title = 事项的状态
method-rollup-text = 事项取其已评价的目标和节点中最差的状态；力争目标只在其他目标都没有评价时决定，未达到的力争目标和暂缺的数据总在旁边写明；只有全部目标和节点都完成，事项才算完成。不计算平均完成率。
method-editions-title = 两个时间
method-editions-text = 数据所属期是数据说的时间，填报日期是知道的时间。页面只显示{ $date }（含）之前所知的内容。
method-not-told-title = 本站没有说的
method-not-told-text = 本站不排名，不打分，不预测（走势图里的推算只是把平均速度延到计划期末），不解释原因，也不核实各单位报送的数据是否属实；会议纪要和内部备注不公布。
method-words-title = 状态用语
method-worked-title = 一个算例

## 历次发布和变化
nav-changes = 历次发布
editions-title = 历次发布和变化
edition-crumb = { $period }（发布稿）
edition-frozen = 本页是发布时的内容，已经冻结，此后数据、规则和文字的改动都不影响本页。
edition-open = 本页按发布时已知的数据列出，尚未冻结。
edition-draft = 草稿，尚未发布。
edition-now = 这一期现在的数据
edition-changes = 历次发布和变化
edition-json = 本期发布的全部数据（JSON）
fact-approved = 审签
fact-reference = 审签文号
fact-planned = 计划发布日
fact-delay = 延期原因
fact-bulletin = 通报文件
changes-intro = 每一期发布的内容都保留。下面列出相邻两期之间变了什么、为什么变：计划文字的修改，进展状态的变化，新到的数据，修订的数据。
changes-no-editions = 还没有发布过。
changes-heading = { $to }与{ $from }相比
changes-known = 数据截至日由{ $from }到{ $to }。
changes-now = 目前
changes-plan = 计划文字的修改
changes-statuses = 状态有变化的目标
changes-items = 状态有变化的事项
changes-figures = 有新数据、状态未变的指标
changes-regions = 县区、园区状态的变化
figure-after-break = { $amount }（口径有变化）
figure-of-some = { $amount }（未齐）
changes-figure = { $period }：{ $amount }
changes-link = 全部变化和原因
th-state = 情形
th-before = 原状态
th-after = 现状态
th-what = 内容
th-text-old = 原文
th-text-new = 现文
th-source = 依据
state-draft = 草稿
state-frozen = 已发布，已冻结
state-open = 已发布
cause-target = 计划目标作了修改
cause-by-hand = 人工核定
cause-list = 认定名单公布
cause-allocation = 分解目标作了修改
cause-elapsed = 计划结束已满三个月，结果仍未认定
cause-new-figure = 有新一期数据
cause-same-figure = 新一期数据与上一期相同
milestone-moved = { $before }改为{ $after }
cause-revised = 数据修订
cause-report = 填报情况变化
cause-no-figure = 本期数不予公布或不适用
cause-rule = 规则或其设定变化

## 评价（计划写明依据文件才有）
nav-evaluation = 评价
evaluation-title = 半年及年度评价
evaluation-basis = 依据
evaluation-method = 方法
evaluation-method-completion = 完成率计分
evaluation-method-efficacy = 功效系数法
evaluation-method-rank = 名次计分
evaluation-intro = 按依据文件对县区、园区计分。各行按官方顺序排列，不按得分排列；位次只是表中的一列。
evaluation-how = 怎样计分
evaluation-formula-completion = 每个部分的得分＝完成率×100，不足0按0计，超过{ $cap }按{ $cap }计。完成率＝数值÷本地区目标；有基数的，完成率＝（数值－基数）÷（本地区目标－基数）。
evaluation-formula-efficacy = 每个部分的得分＝（数值－组内最差）÷（组内最好－组内最差）×40＋60；越低越好的指标，最小的数为最好。组内的数全部相等或者只有一个数时，都得100分。
evaluation-formula-rank = 每个部分的得分＝（n－r＋1）÷n×100，n是组内有数的地区个数，r是数值在组内的名次。数值相同的取平均名次，所以名次可能带0.5；只有一个数时得100分。
evaluation-total = 总分＝各部分得分×权重之和÷100，满分{ $points }分。
evaluation-missing-unscored = 没有数（暂缺或不予公布）不作零处理：有任何一个部分没有数的地区只列出各部分得分，没有位次，总分写“不计总分”。
evaluation-missing-reweight = 没有数（暂缺或不予公布）不作零处理：总分只用有数的部分，按它们的权重折算成满分，并在备注中注明。
evaluation-not-applicable = 不适用的部分（没有可以计算的对象、指标不含该地区、没有本地区的目标）不计分，权重按比例分给该地区的其余部分，并在备注中注明。表中的权重是实际使用的权重。
evaluation-unfinished = 初步数和估算数照常计分，并注明；修订后重新计算。
evaluation-places = 位次按总分在组内排列，总分相同的并列，例如：第1、并列第2、并列第2、第4。总分比到小数点后9位，表中显示2位。
evaluation-groups = 各组分别计分，得分和位次只在组内可比。
evaluation-caution = 注意
evaluation-caution-completion = 得分取决于本地区的目标定得高还是低，目标不同的地区之间要慎重比较。
evaluation-caution-relative = 这种得分是相对的：组内增加或减少一个地区，每个地区的得分都会变；一个特别高或特别低的数会改变整组的得分。
evaluation-weights = 指标和权重
evaluation-higher = 越高越好
evaluation-lower = 越低越好
evaluation-th-better = 方向
evaluation-th-baseline = 基数
evaluation-th-figure = { $name }（{ $unit }）
evaluation-th-target = 目标
evaluation-th-best-worst = 最好/最差
evaluation-th-rank = 名次/个数
evaluation-th-score = 得分
evaluation-th-weight = 权重
evaluation-th-total = 总分
evaluation-th-place = 位次
evaluation-caption = { $period }，{ $group }
evaluation-place = 第{ $n }
evaluation-place-shared = 并列第{ $n }
evaluation-missing = 不计总分
evaluation-no-target = 无目标
evaluation-note-gap = ；
evaluation-note-unscored = 有的部分没有数
evaluation-note-reweighted = 有的部分没有数，总分按其余部分折算
evaluation-note-redistributed = 不适用部分的权重已转出
evaluation-note-nothing = 没有可以计分的部分
evaluation-note-unfinished = 含初步数或估算数
evaluation-none = 还没有可以评价的半年。
evaluation-group-all = 全部县区、园区
evaluation-group-others = 其他
evaluation-download = 下载评价数据（CSV），可据以复算每一个得分
group-districts = 县区
group-counties = 县区
group-parks = 园区
data-evaluation = 评价：每个数、权重、得分和总分，可据以复算（得分保留9位小数）
method-not-told-evaluated = 除依据文件所定的半年及年度评价外，本站不排名，不打分；不预测（走势图里的推算只是把平均速度延到计划期末），不解释原因，也不核实各单位报送的数据是否属实；会议纪要和内部备注不公布。

## 日历
nav-calendar = 日历
calendar-title = 发布、填报和节点日历
calendar-known = 按截至{ $date }已知的情况排列：哪天发布，哪天以前填报，名单预计何时公布，节点何时完成。
calendar-file = 日历文件（iCalendar），可以在日历软件中订阅
calendar-ahead = 接下来
calendar-waiting = 预计的时间已过，还在等待
calendar-nothing = 没有已知的后续安排。
calendar-been = 已经过去的
calendar-day = { $month }月{ $day }日
calendar-by = { $date }前
calendar-deadline = 填报截止
calendar-reports = { $period }数据，{ $n }个指标
calendar-overdue = 逾期未报：{ $names }
days-late = （逾期{ $n }天）
calendar-edition = { $period }进展
calendar-planned = 计划发布
calendar-approved = 已审签，计划发布
calendar-delayed = 原定发布
calendar-published = 发布
calendar-published-late = 晚于计划发布
calendar-moment = 发布时间
calendar-list-expected = 预计公布认定名单{ $n ->
    [1] {""}
   *[other] ，{ $n }个指标
 }
calendar-list-awaited = 原预计公布认定名单{ $n ->
    [1] {""}
   *[other] ，{ $n }个指标
 }
calendar-list-out = 公布认定名单{ $n ->
    [1] {""}
   *[other] ，{ $n }个指标
 }
calendar-was-due = 计划完成时间{ $date }
calendar-moved = 原定{ $date }

## 无障碍说明（网站内容没有自己的说明时才有）
accessibility-title = 无障碍说明
accessibility-aim = 我们希望每个人都能读到同样的内容，不论用手机、键盘、读屏软件，还是打印在纸上。页面以《Web内容无障碍指南》（WCAG）2.2的AA级为目标。
accessibility-done = 已经考虑的
accessibility-scripts = 关闭脚本也能看到全部内容，翻页、下载和图表都不依赖脚本。
accessibility-keyboard = 每页开头有“跳到主要内容”的链接，标题分级，只用键盘就能走完一页，焦点看得见。
accessibility-status = 进展状态同时用文字、形状和颜色表示，黑白打印也分得清。没有用红和绿来表示升和降。
accessibility-charts = 每张图都有一句话说明结论，旁边有同样数据的表格。
accessibility-cells = 表格里没有空白格：没有的数写明是暂缺、不适用还是未到节点。
accessibility-size = 可以放大字号，可以切换高对比；系统设置了深色或减少动画的，页面照办。
accessibility-elsewhere = 页面不从别的网站加载任何东西，也不跟踪读者。
accessibility-undone = 还没有做到的
accessibility-untried = 本说明由程序按页面的通用做法写成，没有写明这个网站是否经过残障人士试用或者第三方检测，因此不表示已经符合某个标准或等级。
accessibility-aloud = 没有语音朗读、手语和简易读本。
accessibility-languages = 没有翻译的段落以原文显示。
accessibility-long = 项目多的页面比较长，在小屏幕上要翻很久。
accessibility-contact = 遇到困难
accessibility-no-contact = 本站没有写明联系方式。
