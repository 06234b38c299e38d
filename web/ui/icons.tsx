// Icons of objects by name. A chosen set, so that the first load stays small; administrators choose from the same.
import {
  AccountBookOutlined, AlertOutlined, ApartmentOutlined, AppstoreOutlined, AuditOutlined, BankOutlined, BarcodeOutlined, BellOutlined, BookOutlined,
  BulbOutlined, CalendarOutlined, CarOutlined, CarryOutOutlined, ClusterOutlined, CoffeeOutlined, ContactsOutlined, CrownOutlined, CustomerServiceOutlined, DashboardOutlined, DollarOutlined,
  EnvironmentOutlined, EyeOutlined, FileDoneOutlined, FileTextOutlined, FlagOutlined, FolderOutlined, FundOutlined, GiftOutlined, GlobalOutlined, HeartOutlined, HomeOutlined,
  IdcardOutlined, InboxOutlined, KeyOutlined, MessageOutlined, PaperClipOutlined, PayCircleOutlined, PercentageOutlined, PhoneOutlined, ProfileOutlined, ProjectOutlined, ReadOutlined,
  RiseOutlined, SafetyOutlined, ScheduleOutlined, SettingOutlined, ShopOutlined, ShoppingCartOutlined, ShoppingOutlined, SmileOutlined, SolutionOutlined, StarOutlined, SwapOutlined, TagOutlined, TagsOutlined,
  TeamOutlined, ToolOutlined, TransactionOutlined, TrophyOutlined, TruckOutlined, UnorderedListOutlined, UserOutlined, WalletOutlined, WarningOutlined,
} from '@ant-design/icons'
import type { ComponentType, ReactNode } from 'react'

export const ICONS: Record<string, ComponentType> = {
  AccountBook: AccountBookOutlined, Alert: AlertOutlined, Apartment: ApartmentOutlined, Appstore: AppstoreOutlined, Audit: AuditOutlined, Bank: BankOutlined,
  Barcode: BarcodeOutlined, Bell: BellOutlined, Book: BookOutlined, Bulb: BulbOutlined, Calendar: CalendarOutlined, Car: CarOutlined, CarryOut: CarryOutOutlined, Cluster: ClusterOutlined, Coffee: CoffeeOutlined,
  Contacts: ContactsOutlined, Crown: CrownOutlined, CustomerService: CustomerServiceOutlined, Dashboard: DashboardOutlined, Dollar: DollarOutlined, Environment: EnvironmentOutlined, Eye: EyeOutlined,
  FileDone: FileDoneOutlined, FileText: FileTextOutlined, Flag: FlagOutlined, Folder: FolderOutlined, Fund: FundOutlined, Gift: GiftOutlined, Global: GlobalOutlined, Heart: HeartOutlined,
  Home: HomeOutlined, Idcard: IdcardOutlined, Inbox: InboxOutlined, Key: KeyOutlined, Message: MessageOutlined, PaperClip: PaperClipOutlined, PayCircle: PayCircleOutlined, Percentage: PercentageOutlined, Phone: PhoneOutlined,
  Profile: ProfileOutlined, Project: ProjectOutlined, Read: ReadOutlined, Rise: RiseOutlined, Safety: SafetyOutlined, Schedule: ScheduleOutlined, Setting: SettingOutlined, Shop: ShopOutlined,
  ShoppingCart: ShoppingCartOutlined, Shopping: ShoppingOutlined, Smile: SmileOutlined, Solution: SolutionOutlined, Star: StarOutlined, Swap: SwapOutlined, Tag: TagOutlined, Tags: TagsOutlined, Team: TeamOutlined,
  Tool: ToolOutlined, Transaction: TransactionOutlined, Trophy: TrophyOutlined, Truck: TruckOutlined, UnorderedList: UnorderedListOutlined, User: UserOutlined, Wallet: WalletOutlined, Warning: WarningOutlined,
}

export function ObjectIcon({ name }: { name?: string }): ReactNode {
  const Icon = ICONS[name ?? ''] ?? AppstoreOutlined
  return <Icon />
}
