// Readings that a table of single characters gets wrong: surnames, places and words common in company names.
// Syllables carry their tone as a digit; ü is written v, as on a Chinese keyboard.

/** Surname readings, used at the head of a person's name only (乐 is yue in 乐嘉, le in 乐山). */
export const SURNAMES: Record<string, string> = {
  尉迟: 'yu4 chi2', 万俟: 'mo4 qi2', 单于: 'chan2 yu2', 澹台: 'tan2 tai2', 长孙: 'zhang3 sun1', 令狐: 'ling2 hu2', 鲜于: 'xian1 yu2',
  宰父: 'zai3 fu3', 亓官: 'qi2 guan1', 尉: 'wei4', 单: 'shan4', 曾: 'zeng1', 仇: 'qiu2', 解: 'xie4', 查: 'zha1', 覃: 'qin2', 盖: 'ge3',
  区: 'ou1', 朴: 'piao2', 缪: 'miao4', 翟: 'zhai2', 种: 'chong2', 乐: 'yue4', 任: 'ren2', 华: 'hua4', 召: 'shao4', 员: 'yun4', 宓: 'mi4',
  洗: 'xian3', 冼: 'xian3', 隗: 'wei3', 哈: 'ha3', 句: 'gou1', 柏: 'bai3', 过: 'guo1', 葛: 'ge3', 谌: 'chen2', 阚: 'kan4', 莘: 'shen1',
  牟: 'mou2', 纪: 'ji3', 折: 'she2', 黑: 'he4', 秘: 'bi4', 燕: 'yan1', 宁: 'ning4', 应: 'ying1', 曲: 'qu1', 那: 'na1', 祭: 'zhai4',
  晟: 'cheng2', 钭: 'tou3', 繁: 'po2', 么: 'yao1', 撒: 'sa3', 沈: 'shen3', 臧: 'zang1', 藏: 'zang1', 佘: 'she2', 薄: 'bo2', 卜: 'bu3',
  颉: 'xie2', 郗: 'xi1', 郄: 'qie4', 庹: 'tuo3', 贲: 'ben1', 眭: 'sui1', 盛: 'sheng4', 沃: 'wo4', 贾: 'jia3', 车: 'che1', 石: 'shi2',
  逄: 'pang2', 郇: 'huan2', 訾: 'zi1', 佴: 'nai4', 兒: 'ni2', 訚: 'yin2', 粘: 'nian2', 洪: 'hong2', 蕃: 'bo1', 长: 'chang2', 重: 'chong2',
}

/** Words whose characters read otherwise than alone; looked up before single characters, longest first. */
export const WORDS: Record<string, string> = {
  重庆: 'chong2 qing4', 重阳: 'chong2 yang2', 九重: 'jiu3 chong2', 厦门: 'xia4 men2', 大厦: 'da4 sha4', 广厦: 'guang3 sha4', 商厦: 'shang1 sha4',
  长沙: 'chang2 sha1', 长春: 'chang2 chun1', 长安: 'chang2 an1', 长江: 'chang2 jiang1', 长城: 'chang2 cheng2', 长宁: 'chang2 ning2', 长虹: 'chang2 hong2',
  长治: 'chang2 zhi4', 长兴: 'chang2 xing1', 长青: 'chang2 qing1', 长沟: 'chang2 gou1', 长远: 'chang2 yuan3', 长子县: 'zhang3 zi3 xian4', 成长: 'cheng2 zhang3',
  校长: 'xiao4 zhang3', 部长: 'bu4 zhang3', 局长: 'ju2 zhang3', 院长: 'yuan4 zhang3', 董事长: 'dong3 shi4 zhang3', 家长: 'jia1 zhang3',
  乐山: 'le4 shan1', 乐清: 'yue4 qing1', 乐亭: 'lao4 ting2', 乐陵: 'lao4 ling2', 民乐县: 'min2 le4 xian4', 昌乐: 'chang1 le4', 长乐: 'chang2 le4', 乐平: 'le4 ping2', 乐昌: 'le4 chang1',
  音乐: 'yin1 yue4', 乐器: 'yue4 qi4', 声乐: 'sheng1 yue4', 快乐: 'kuai4 le4', 娱乐: 'yu2 le4', 欢乐: 'huan1 le4', 可乐: 'ke3 le4', 乐园: 'le4 yuan2', 乐购: 'le4 gou4',
  单县: 'shan4 xian4', 单位: 'dan1 wei4', 订单: 'ding4 dan1', 解放: 'jie3 fang4', 解决: 'jie3 jue2', 检查: 'jian3 cha2', 调查: 'diao4 cha2',
  银行: 'yin2 hang2', 行业: 'hang2 ye4', 商行: 'shang1 hang2', 车行: 'che1 hang2', 洋行: 'yang2 hang2', 分行: 'fen1 hang2', 支行: 'zhi1 hang2', 总行: 'zong3 hang2',
  央行: 'yang1 hang2', 农行: 'nong2 hang2', 工行: 'gong1 hang2', 建行: 'jian4 hang2', 招行: 'zhao1 hang2', 行政: 'xing2 zheng4', 旅行: 'lv3 xing2', 发行: 'fa1 xing2', 同行: 'tong2 hang2', 行李: 'xing2 li3',
  朝阳: 'chao2 yang2', 成都: 'cheng2 du1', 都江堰: 'du1 jiang1 yan4', 都昌: 'du1 chang1', 首都: 'shou3 du1', 会计: 'kuai4 ji4', 会稽: 'kuai4 ji1',
  蚌埠: 'beng4 bu4', 六安: 'lu4 an1', 六合: 'lu4 he2', 东莞: 'dong1 guan3', 番禺: 'pan1 yu2', 铅山: 'yan2 shan1', 荥阳: 'xing2 yang2', 荥经: 'ying2 jing1', 东阿: 'dong1 e1', 阿胶: 'e1 jiao1',
  枞阳: 'zong1 yang2', 犍为: 'qian2 wei2', 大城县: 'dai4 cheng2 xian4', 万柏林: 'wan4 bo2 lin2', 柏林: 'bo2 lin2', 崆峒: 'kong1 tong2', 洪洞: 'hong2 tong2', 涡阳: 'guo1 yang2',
  泌阳: 'bi4 yang2', 浚县: 'xun4 xian4', 中牟: 'zhong1 mu4', 大埔: 'da4 bu4', 黄埔: 'huang2 pu3', 尉氏: 'wei4 shi4', 尉犁: 'yu4 li2', 蔚县: 'yu4 xian4', 渑池: 'mian3 chi2',
  歙县: 'she4 xian4', 盱眙: 'xu1 yi2', 甪直: 'lu4 zhi2', 邗江: 'han2 jiang1', 砀山: 'dang4 shan1', 亳州: 'bo2 zhou1', 筠连: 'jun1 lian2', 綦江: 'qi2 jiang1', 郫都: 'pi2 du1', 阆中: 'lang4 zhong1',
  台州: 'tai1 zhou1', 丽水: 'li2 shui3', 天台: 'tian1 tai1', 嵊州: 'sheng4 zhou1', 鄞州: 'yin2 zhou1', 莘县: 'shen1 xian4', 莘庄: 'xin1 zhuang1', 栖霞: 'qi1 xia2', 睢县: 'sui1 xian4',
  石家庄: 'shi2 jia1 zhuang1', 吴堡: 'wu2 bu3', 瓦窑堡: 'wa3 yao2 bu3', 十里堡: 'shi2 li3 pu4', 巴彦淖尔: 'ba1 yan4 nao4 er3', 吐鲁番: 'tu3 lu3 fan1', 叶城: 'ye4 cheng2',
  西藏: 'xi1 zang4', 藏族: 'zang4 zu2', 藏药: 'zang4 yao4', 青藏: 'qing1 zang4', 仡佬: 'ge1 lao3', 柏乡: 'bai3 xiang1', 松柏: 'song1 bai3', 屏山: 'ping2 shan1', 屏边: 'ping2 bian1',
  人参: 'ren2 shen1', 海参: 'hai3 shen1', 参茸: 'shen1 rong2', 空调: 'kong1 tiao2', 调味: 'tiao2 wei4', 调料: 'tiao2 liao4', 重工: 'zhong4 gong1', 重型: 'zhong4 xing2', 重点: 'zhong4 dian3',
  便利: 'bian4 li4', 便宜: 'pian2 yi2', 畜牧: 'xu4 mu4', 种子: 'zhong3 zi3', 种植: 'zhong4 zhi2', 种业: 'zhong3 ye4', 地区: 'di4 qu1', 覃塘: 'qin2 tang2', 盛世: 'sheng4 shi4', 传媒: 'chuan2 mei2',
  还原: 'huan2 yuan2', 卡车: 'ka3 che1', 宿州: 'su4 zhou1', 宿迁: 'su4 qian1', 星宿: 'xing1 xiu4', 薄荷: 'bo4 he2', 角色: 'jue2 se4', 大夫: 'dai4 fu1', 大王: 'da4 wang2', 血液: 'xue4 ye4',
}

/** Outside those words: how else a character may be meant, the likelier first. Search accepts each of them. */
export const ALTERNATES: Record<string, string> = {
  单: 'dan shan', 曾: 'zeng ceng', 仇: 'qiu chou', 解: 'jie xie', 查: 'cha zha', 覃: 'qin tan', 盖: 'gai ge', 区: 'qu ou', 朴: 'pu piao', 缪: 'miao mou miu',
  翟: 'zhai di', 尉: 'wei yu', 种: 'zhong chong', 乐: 'le yue', 召: 'zhao shao', 员: 'yuan yun', 洗: 'xi xian', 隗: 'wei kui', 句: 'ju gou', 柏: 'bai bo',
  谌: 'chen shen', 莘: 'shen xin', 牟: 'mou mu', 秘: 'mi bi', 晟: 'sheng cheng', 繁: 'fan po', 藏: 'cang zang', 薄: 'bo bao', 郇: 'huan xun', 长: 'chang zhang',
  重: 'zhong chong', 厦: 'xia sha', 行: 'hang xing', 朝: 'chao zhao', 都: 'du dou', 调: 'tiao diao', 参: 'can shen', 阿: 'a e', 番: 'fan pan', 蔚: 'wei yu',
  贾: 'jia gu', 盛: 'sheng cheng', 埔: 'pu bu', 堡: 'bao pu bu', 圩: 'wei xu', 巷: 'xiang hang', 栖: 'qi xi', 拓: 'tuo ta', 粘: 'zhan nian', 校: 'xiao jiao',
  便: 'bian pian', 畜: 'xu chu', 卡: 'ka qia', 传: 'chuan zhuan', 宓: 'mi fu', 镐: 'hao gao', 泊: 'bo po', 乾: 'qian gan', 折: 'zhe she', 黑: 'hei he', 会: 'hui kuai',
}

/** Defaults changed from the library's, for names: 曾 is a person, 都 a city, 厦 Xiamen. */
export const SINGLES: Record<string, string> = { 曾: 'zeng1', 仇: 'qiu2', 柏: 'bai3', 厦: 'xia4', 行: 'hang2', 都: 'du1', 缪: 'miao4', 泊: 'bo2', 乐: 'le4', 莞: 'guan3', 藏: 'cang2' }
