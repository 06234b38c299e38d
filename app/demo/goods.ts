// What the demo company sells: 12 categories of five kinds of goods in five sizes each, 300 products.
import { Random } from './random.ts'

export interface Good {
  category: number
  name: string
  spec: string
  unit: string
  /** Fen: whole numbers, so that sums of a million lines stay exact. */
  price: number
  cost: number
}

/** Brand, then 'name|unit|price of the smallest|sizes'. The brands are invented. */
export const CATEGORIES: readonly [name: string, brand: string, goods: readonly string[]][] = [
  ['五金工具', '铁将', ['冲击钻|台|168|10mm 500W,13mm 650W,13mm 850W,16mm 1050W,20mm 1200W', '角磨机|台|135|100mm 700W,100mm 850W,115mm 950W,125mm 1100W,150mm 1300W', '活动扳手|把|18.5|6寸,8寸,10寸,12寸,15寸', '羊角锤|把|22|0.25kg,0.35kg,0.5kg,0.65kg,0.75kg', '卷尺|把|8.8|3m,5m,7.5m,10m,20m']],
  ['紧固件', '固力邦', ['膨胀螺栓|盒|16|M6×60,M8×80,M10×100,M12×120,M16×150', '自攻螺丝|盒|9.5|M3.5×25,M3.5×35,M4×40,M4.2×50,M5×60', '六角螺栓|盒|14|M6×30,M8×40,M10×50,M12×60,M16×80', '水泥钉|盒|7.5|1.5寸,2寸,2.5寸,3寸,4寸', '抽芯铆钉|盒|11|3.2×8,3.2×10,4×10,4×12,5×16']],
  ['门窗五金', '雅居仕', ['执手锁|把|58|35mm 单舌,45mm 单舌,50mm 双舌,60mm 双舌,60mm 静音', '不锈钢合页|副|12|3寸,3.5寸,4寸,5寸,6寸', '推拉门滑轮|套|19|30kg,50kg,80kg,100kg,120kg', '闭门器|台|75|25-45kg,40-65kg,60-85kg,80-120kg,100-150kg', '地弹簧|台|138|60kg,90kg,120kg,150kg,180kg']],
  ['水暖管件', '润泉', ['PPR热水管|米|4.6|20×2.8,25×3.5,32×4.4,40×5.5,50×6.9', 'PVC排水管|米|6.2|φ50,φ75,φ110,φ160,φ200', '黄铜球阀|只|15.8|DN15,DN20,DN25,DN32,DN40', '不锈钢软管|根|8.5|30cm,40cm,50cm,60cm,80cm', '地暖分水器|套|168|2路,3路,4路,5路,6路']],
  ['卫浴洁具', '清沐', ['面盆龙头|只|98|单冷短款,单冷长款,冷热矮款,冷热高款,抽拉式', '淋浴花洒套装|套|168|手持式,简易升降,三功能,四功能恒温,五功能恒温', '连体坐便器|台|520|305坑距 A型,400坑距 A型,305坑距 静音,400坑距 静音,305坑距 智能盖', '不锈钢水槽|只|188|单槽 50cm,单槽 60cm,双槽 72cm,双槽 78cm,双槽 82cm', '浴室镜柜|套|360|60cm,70cm,80cm,90cm,100cm']],
  ['电工电料', '光谱达', ['铜芯电线|卷|118|BV 1.5mm²,BV 2.5mm²,BV 4mm²,BV 6mm²,BV 10mm²', '墙壁开关|只|7.2|一开单控,一开双控,二开双控,三开双控,四开双控', '五孔插座|只|8.6|10A,10A 带开关,16A,10A 带USB,10A 双USB', '空气断路器|只|16.5|1P 16A,1P 32A,2P 32A,2P 63A,3P 63A', '配电箱|台|62|8回路,12回路,16回路,20回路,24回路']],
  ['照明灯具', '辰光', ['LED球泡|只|5.8|5W,7W,9W,12W,18W', 'LED筒灯|只|9.6|3W 2.5寸,5W 3寸,9W 3.5寸,12W 4寸,18W 6寸', 'LED吸顶灯|台|48|12W 圆形,18W 圆形,24W 圆形,36W 方形,72W 客厅款', '投光灯|台|42|30W,50W,100W,150W,200W', 'LED灯带|米|4.5|60珠 单色,120珠 单色,120珠 双色,180珠 单色,240珠 双色']],
  ['油漆涂料', '虹彩', ['内墙乳胶漆|桶|128|5L 普通,5L 净味,15L 普通,18L 净味,18L 抗菌', '外墙弹性漆|桶|198|5kg,10kg,15kg,20kg,25kg', '聚氨酯木器漆|组|145|2kg 清漆,3kg 清漆,5kg 白面,8kg 白面,10kg 亮光', '防锈漆|桶|46|1kg 红丹,2.5kg 红丹,4kg 灰色,8kg 灰色,15kg 醇酸', '腻子粉|袋|16|5kg 内墙,10kg 内墙,15kg 耐水,20kg 耐水,20kg 外墙']],
  ['防水保温', '金盾防', ['聚合物防水涂料|桶|88|5kg,8kg,10kg,15kg,20kg', 'SBS改性沥青卷材|卷|126|3mm 聚酯胎,3mm 砂面,4mm 聚酯胎,4mm 砂面,4mm 耐根穿刺', '堵漏王|袋|9.8|1kg,2kg,5kg,10kg,20kg', '挤塑保温板|张|13|20mm,30mm,40mm,50mm,80mm', '聚氨酯发泡胶|支|12.5|500ml,600ml,750ml,750ml 枪式,900ml 枪式']],
  ['瓷砖石材', '玉砌', ['抛釉地砖|箱|92|600×600,800×800,750×1500,600×1200,900×1800', '内墙瓷片|箱|58|240×660,300×300,300×600,400×800,450×900', '仿古砖|箱|76|300×300,400×400,500×500,600×600,600×1200', '石英石台面|米|260|15mm 纯色,15mm 颗粒,18mm 纯色,18mm 纹理,20mm 纹理', '瓷砖胶|袋|21|20kg 普通,20kg C1型,20kg C2型,25kg C2型,25kg 柔性']],
  ['板材龙骨', '森固', ['生态免漆板|张|118|15mm 杉木,17mm 杉木,17mm 多层,18mm 多层,18mm 实木', '纸面石膏板|张|19.5|9.5mm 普通,9.5mm 防潮,12mm 普通,12mm 防潮,12mm 耐火', '轻钢龙骨|根|9.2|38主龙,50副龙,50主龙,75竖龙,100竖龙', '细木工板|张|96|12mm E1,15mm E1,17mm E1,17mm E0,18mm E0', '铝扣板|张|7.8|300×300 素白,300×300 拉丝,300×450 拉丝,300×600 覆膜,600×600 冲孔']],
  ['胶粘密封', '固尔美', ['中性硅酮密封胶|支|9.5|300ml 透明,300ml 白色,300ml 防霉,590ml 耐候,590ml 结构', '免钉胶|支|8.2|100g,300g 通用,300g 强力,350g 强力,400g 石材', '白乳胶|桶|18|1kg,2kg,4kg,10kg,18kg', '美缝剂|支|24|200ml 瓷白,400ml 瓷白,400ml 亮金,400ml 月光银,500ml 环氧', '生料带|盒|6.5|10m,15m,20m,25m,30m']],
]

/** Each size costs about a quarter more than the one before. */
const STEP = 1.26
const GOODS = 17

const nice = (yuan: number): number => (yuan < 20 ? Math.round(yuan * 10) * 10 : yuan < 200 ? Math.round(yuan * 2) * 50 : Math.round(yuan) * 100)

function goodsOf(category: number): Good[] {
  const [, brand, lines] = CATEGORIES[category]!
  return lines.flatMap((line, kind) => {
    const [name, unit, price, sizes] = line.split('|') as [string, string, string, string]
    return sizes.split(',').map((spec, size) => {
      const random = new Random(GOODS, category, kind, size)
      const list = nice(Number(price) * STEP ** size * (0.97 + random.next() * 0.06))
      return { category, name: `${brand}${name} ${spec}`, spec, unit, price: list, cost: Math.round(list * (0.6 + random.next() * 0.18)) }
    })
  })
}

export const goods: readonly Good[] = CATEGORIES.flatMap((_, category) => goodsOf(category))
