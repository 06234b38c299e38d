// The look: pine green on quiet neutrals, compact. antd's tokens here, our own surfaces in web/ui/base.css.
import type { ThemeConfig } from 'antd'
import { theme as antTheme } from 'antd'

type Algorithm = Extract<NonNullable<ThemeConfig['algorithm']>, (...args: never[]) => unknown>

const FONT = '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif'

const shared = { fontFamily: FONT, fontSize: 13, borderRadius: 5, borderRadiusLG: 8, controlHeight: 30, wireframe: false, motionDurationMid: '0.12s', motionDurationSlow: '0.18s' }

const light = {
  colorPrimary: '#1c675b', colorInfo: '#1c675b', colorLink: '#17594e', colorSuccess: '#3a7d44', colorWarning: '#b7791f', colorError: '#b8382f',
  colorBgLayout: '#f4f5f2', colorBgContainer: '#ffffff', colorBorder: '#d5d9d3', colorBorderSecondary: '#e6e9e4',
  colorText: '#1d2421', colorTextSecondary: '#56605b', colorTextTertiary: '#7c8681', colorBgMask: 'rgba(18, 32, 27, 0.3)',
  // Derived from such quiet colours the grounds of notices would be muddy.
  colorPrimaryBg: '#e4efeb', colorPrimaryBgHover: '#d5e7e0', controlItemBgActive: '#e4efeb', controlItemBgActiveHover: '#d5e7e0',
  colorSuccessBg: '#eef6ef', colorSuccessBorder: '#c9e0cd', colorInfoBg: '#edf5f2', colorInfoBorder: '#c8ded7', colorWarningBg: '#fdf6e7', colorWarningBorder: '#ecd9ae', colorErrorBg: '#fcf0ef', colorErrorBorder: '#ebc8c5',
}

const dark = {
  colorPrimary: '#4da692', colorInfo: '#4da692', colorLink: '#6cc0ad', colorSuccess: '#6aa873', colorWarning: '#d3a04d', colorError: '#e0736a',
  colorBgBase: '#141816', colorBgLayout: '#101412', colorBgContainer: '#181d1b', colorBgElevated: '#1f2523', colorBorder: '#353d39', colorBorderSecondary: '#28302c',
  colorText: '#dfe5e1', colorTextSecondary: '#a3ada8', colorTextTertiary: '#7d8782',
}

/** antd's compact gaps, but letters and controls that Chinese characters can be read in. */
const crisp: Algorithm = (_seed, map) => ({
  ...map!, fontSize: 13, fontSizeSM: 12, fontSizeLG: 14, fontSizeXL: 16, lineHeight: 20 / 13, lineHeightSM: 18 / 12, lineHeightLG: 22 / 14, fontHeight: 20, fontHeightSM: 18, fontHeightLG: 22,
  controlHeight: 30, controlHeightSM: 24, controlHeightLG: 36,
})

export function themeConfig(isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? [antTheme.darkAlgorithm, antTheme.compactAlgorithm, crisp] : [antTheme.compactAlgorithm, crisp],
    token: { ...shared, ...(isDark ? dark : light) },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Tabs: { horizontalItemGutter: 20, titleFontSize: 13 },
      Table: { headerBg: isDark ? '#1d2320' : '#f4f5f2', headerSplitColor: 'transparent', cellPaddingBlockSM: 6 },
      Form: { itemMarginBottom: 14, labelColor: isDark ? '#a3ada8' : '#56605b' },
      Drawer: { paddingLG: 16 },
    },
  }
}
